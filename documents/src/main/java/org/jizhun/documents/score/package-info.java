/** Evaluations as JSON, the contract of docs/score-json.md. Entry point: {@link org.jizhun.documents.score.ScoreJson}. */
@NullMarked
package org.jizhun.documents.score;

import org.jspecify.annotations.NullMarked;
