/** Reading and auditing of PDF files beside what others take to read them. */
@NullMarked
package org.jizhun.bench.audit;

import org.jspecify.annotations.NullMarked;
