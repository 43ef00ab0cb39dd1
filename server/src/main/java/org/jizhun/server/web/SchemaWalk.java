package org.jizhun.server.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Visits every schema of a description, those inside of others too. */
@SuppressWarnings("rawtypes") // The library's lists hold raw schemas.
final class SchemaWalk {

    private final Consumer<Schema<?>> visitor;

    private SchemaWalk(Consumer<Schema<?>> visitor) {
        this.visitor = visitor;
    }

    static void each(OpenAPI description, Consumer<Schema<?>> visitor) {
        SchemaWalk walk = new SchemaWalk(visitor);
        description.getComponents().getSchemas().values().forEach(walk::visit);
        description.getPaths().values().forEach(path -> path.readOperations().forEach(walk::visit));
    }

    private void visit(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> visit(parameter.getSchema()));
        }
        if (operation.getRequestBody() != null) {
            visit(operation.getRequestBody().getContent());
        }
        operation.getResponses().values().forEach(response -> visit(response.getContent()));
    }

    private void visit(@Nullable Content content) {
        if (content != null) {
            content.values().forEach(media -> visit(media.getSchema()));
        }
    }

    private void visit(@Nullable Schema<?> schema) {
        if (schema == null) {
            return;
        }
        visitor.accept(schema);
        visit(schema.getItems());
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            visit(values);
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(this::visit);
        }
        visitAll(schema.getOneOf());
        visitAll(schema.getAnyOf());
        visitAll(schema.getAllOf());
    }

    private void visitAll(@Nullable Collection<? extends Schema> schemas) {
        if (schemas != null) {
            schemas.forEach(this::visit);
        }
    }
}
