package org.jizhun.documents.rules;

import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.scheme.Schemes;

/** Everything that scoring needs beside the facts: the schemes, and the working days of the loaded years. */
public record Rules(Schemes schemes, WorkingDays calendar) {}
