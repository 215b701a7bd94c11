/**
 * Holds a run's history to what Orrery promises. The {@link dev.orrery.testing.audit.Auditor} reads the journal's records
 * and what the outside world noted, and nothing else: it shares no rule with the kernel, so that it cannot make the
 * kernel's mistakes with it.
 *
 * <p>Each {@link dev.orrery.testing.audit.Check} looks at one side of a history; a new promise is a new check in the
 * auditor's list. What a check finds is a {@link dev.orrery.testing.audit.Finding}. Promises are named as in the
 * {@link dev.orrery.testing.audit.Promise} list.
 */
@NullMarked
package dev.orrery.testing.audit;

import org.jspecify.annotations.NullMarked;
