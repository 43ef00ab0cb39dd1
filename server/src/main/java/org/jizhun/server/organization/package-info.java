/**
 * Regions, departments with their units and offices, people, and the roles they hold for a term. Entry points: the
 * endpoints under {@code /api}, and {@link org.jizhun.server.organization.FirstAdministrator}. What a role may do stands
 * in the permission table; what it sees, in the policies of the database. Into the registers of a year it goes as an import.
 */
@NullMarked
@ApplicationModule(
        displayName = "organization",
        allowedDependencies = {"platform", "register"})
package org.jizhun.server.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
