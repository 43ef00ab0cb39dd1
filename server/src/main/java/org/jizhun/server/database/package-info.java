/**
 * The database under the product: an embedded PostgreSQL in the data folder, or an external one by its address; backup and
 * restore of either. Entry points: {@link org.jizhun.server.database.EmbeddedPostgres},
 * {@link org.jizhun.server.database.DatabaseAddress}. Knows no Spring and no business word.
 */
@NullMarked
package org.jizhun.server.database;

import org.jspecify.annotations.NullMarked;
