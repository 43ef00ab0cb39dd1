package org.jizhun.server.web;

import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Makes the description of the interface say what the code says: every record has a name of its own, such as
 * {@code register.Registers.RowView}, what is not {@code @Nullable} is always there, and what is may be null. From it the
 * types of the pages are made.
 */
@Component
@SuppressWarnings({"rawtypes", "unchecked"}) // The library's maps hold raw schemas.
class InterfaceModels implements GlobalOpenApiCustomizer {

    private static final String OURS = "org.jizhun.server.";
    private static final String REFERENCE = "#/components/schemas/";

    InterfaceModels() {
        // Simple names would throw together records of different modules, such as the outcomes of rows and of reviews.
        TypeNameResolver.std.setUseFqn(true);
    }

    @Override
    public void customise(OpenAPI description) {
        if (description.getComponents() == null || description.getComponents().getSchemas() == null) {
            return;
        }
        Map<String, Schema> named = new TreeMap<>();
        Map<String, String> renamed = new HashMap<>();
        description.getComponents().getSchemas().forEach((name, schema) -> {
            required(name, schema);
            named.put(shortened(name), schema);
            renamed.put(REFERENCE + name, REFERENCE + shortened(name));
        });
        description.getComponents().setSchemas(new LinkedHashMap<>(named));
        // A schema may be reached on several ways; what was renamed already is in the map no more.
        SchemaWalk.each(description, schema -> {
            String reference = renamed.get(schema.get$ref());
            if (reference != null) {
                schema.set$ref(reference);
            }
        });
    }

    /** {@code org.jizhun.server.register.Registers.RowView} as {@code register.Registers.RowView}. */
    static String shortened(String className) {
        return className.startsWith(OURS) ? className.substring(OURS.length()) : className.replaceFirst("^.*\\.", "");
    }

    private static void required(String className, Schema<?> schema) {
        RecordComponent[] components = components(className);
        if (components == null || schema.getProperties() == null) {
            return;
        }
        List<String> required = new ArrayList<>();
        for (RecordComponent component : components) {
            Schema<?> property = schema.getProperties().get(component.getName());
            if (property != null) {
                required.add(component.getName());
                if (isNullable(component.getAnnotatedType())) {
                    schema.getProperties().put(component.getName(), orNull(property));
                }
            }
        }
        schema.setRequired(isForm(components) ? null : required);
    }

    /** What a caller sends: all its parts may be left out, and are asked for one by one with a message at their field. */
    private static boolean isForm(RecordComponent[] components) {
        for (RecordComponent component : components) {
            if (!isNullable(component.getAnnotatedType())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return new Schema<>().oneOf(List.of(schema, new Schema<>().types(Set.of("null"))));
        }
        Set<String> types = schema.getTypes();
        if (types != null) {
            schema.setTypes(new java.util.LinkedHashSet<>(types));
            schema.getTypes().add("null");
        }
        return schema;
    }

    private static RecordComponent @Nullable [] components(String name) {
        return name.startsWith(OURS) ? named(name).getRecordComponents() : null;
    }

    /** The library writes a dot where a class stands inside of another. */
    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, InterfaceModels.class.getClassLoader());
        } catch (ClassNotFoundException nested) {
            int dot = name.lastIndexOf('.');
            if (dot < OURS.length()) {
                throw new IllegalStateException(name, nested);
            }
            return named(name.substring(0, dot) + "$" + name.substring(dot + 1));
        }
    }
}
