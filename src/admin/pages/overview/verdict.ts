import type { Overview } from '../../../generated/schemas';
import { isLate } from './work';

/** The one sentence at the top: the first of these that is true. */
export type Verdict =
	| { kind: 'new_shop' }
	| { kind: 'disconnected' }
	| { kind: 'right_missing' }
	| { kind: 'held_up'; pause: Pause }
	| { kind: 'clash' }
	| { kind: 'unfinished' }
	| { kind: 'off' }
	| { kind: 'needs_you'; orders: number }
	| { kind: 'background' }
	| { kind: 'silent' }
	| { kind: 'failing'; tasks: number }
	| { kind: 'well' };

type Pause = NonNullable< Overview[ 'status' ][ 'pause' ] >;

export function verdictOf( overview: Overview, at: number ): Verdict {
	const { connection, at_work: isAtWork, needs_you: needsYou } = overview;
	const { pause, clash } = overview.status;
	const isNew = ! isAtWork && overview.last_document === null;
	if ( connection === 'unconfigured' && isNew ) {
		return { kind: 'new_shop' };
	}
	if ( pause ) {
		return { kind: 'held_up', pause };
	}
	if (
		! isNew &&
		! [ 'connected', 'unknown', 'silent' ].includes( connection )
	) {
		return { kind: 'disconnected' };
	}
	if ( ! isNew && overview.rights === 'missing' ) {
		return { kind: 'right_missing' };
	}
	if ( clash ) {
		return { kind: 'clash' };
	}
	if ( ! isAtWork ) {
		return { kind: isNew ? 'unfinished' : 'off' };
	}
	if ( needsYou.orders > 0 ) {
		return { kind: 'needs_you', orders: needsYou.orders };
	}
	if ( ! isBackgroundWell( overview ) || isLate( overview, at ) ) {
		return { kind: 'background' };
	}
	if ( connection === 'silent' ) {
		return { kind: 'silent' };
	}
	return overview.failing > 0
		? { kind: 'failing', tasks: overview.failing }
		: { kind: 'well' };
}

const isBackgroundWell = ( {
	scheduler,
	missing_hooks: missing,
}: Overview ): boolean =>
	[ 'on_time', 'first' ].includes( scheduler ) && missing.length === 0;
