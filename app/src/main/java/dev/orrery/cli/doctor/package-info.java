/**
 * What {@code orrery doctor} looks at. Each check gives a {@link dev.orrery.cli.doctor.Finding}: how it stands, and what to
 * do when it does not stand well. A check never throws; what it cannot find out is a finding, too.
 */
@NullMarked
package dev.orrery.cli.doctor;

import org.jspecify.annotations.NullMarked;
