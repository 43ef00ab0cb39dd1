/**
 * Rule data from the disk: schemes and calendars. Entry point: {@link org.jizhun.documents.rules.RuleFolder}. Knows files;
 * what they mean is the kernel's.
 */
@NullMarked
package org.jizhun.documents.rules;

import org.jspecify.annotations.NullMarked;
