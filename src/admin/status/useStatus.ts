import { useCallback } from '@wordpress/element';
import { decideSite, getStatus, settleClash } from '../../api/endpoints';
import { type ActionState, useAction } from '../../api/useAction';
import { useResource, type View } from '../../api/useResource';
import type { SiteDecision, Status } from '../../generated/schemas';

export type StatusModel = View< Status > & {
	deciding: ActionState;
	decide: ( decision: SiteDecision[ 'decision' ] ) => void;
	settling: ActionState;
	settle: () => void;
};

/** Read anew whenever its banner is shown again, or no longer. */
export function useStatus( hasBanner: boolean ): StatusModel {
	const { resource, reload, replace } = useResource(
		useCallback(
			( signal: AbortSignal ) => getStatus( signal ),
			// eslint-disable-next-line react-hooks/exhaustive-deps -- another page, another reading.
			[ hasBanner ]
		)
	);
	const { state: deciding, run } = useAction();
	const { state: settling, run: runSettle } = useAction();
	return {
		resource,
		reload,
		deciding,
		decide: ( decision ) =>
			run( async () => replace( await decideSite( { decision } ) ) ),
		settling,
		settle: () => runSettle( async () => replace( await settleClash() ) ),
	};
}
