/**
 * Any office file becomes the kernel's document: text, HTML, Word, Excel, PDF and OFD, told apart by content and read under
 * limits. Entry point: {@link org.jizhun.documents.read.DocumentReader}. Knows nothing of claims and findings.
 */
@NullMarked
package org.jizhun.documents.read;

import org.jspecify.annotations.NullMarked;
