/**
 * What the product says to people when something is wrong or worth knowing: a stable word code with arguments and a
 * place; the wording in Chinese and English lives in one catalogue. Knows no other package of the kernel.
 */
@NullMarked
package org.jizhun.kernel.problem;

import org.jspecify.annotations.NullMarked;
