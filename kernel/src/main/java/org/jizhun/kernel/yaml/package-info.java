/**
 * YAML text as a tree in which every node knows its file, line and column, so that each mistake in rule data is told with
 * its place. Entry point: {@link org.jizhun.kernel.yaml.YamlNode}. Knows only {@code problem}.
 */
@NullMarked
package org.jizhun.kernel.yaml;

import org.jspecify.annotations.NullMarked;
