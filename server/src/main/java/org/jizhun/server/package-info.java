/**
 * The server: opens the database, brings its structure up to date and runs the application on it. Entry points:
 * {@link org.jizhun.server.Serve} and {@link org.jizhun.server.VerifyTrail}. Modules are the direct sub-packages.
 */
@NullMarked
package org.jizhun.server;

import org.jspecify.annotations.NullMarked;
