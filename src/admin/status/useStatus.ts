import { decideSite, getStatus } from '../../api/endpoints';
import { type ActionState, useAction } from '../../api/useAction';
import { useResource, type View } from '../../api/useResource';
import type { SiteDecision, Status } from '../../schemas/status';

export type StatusModel = View< Status > & {
	deciding: ActionState;
	decide: ( decision: SiteDecision[ 'decision' ] ) => void;
};

export function useStatus(): StatusModel {
	const { resource, reload, replace } = useResource( getStatus );
	const { state: deciding, run } = useAction();
	return {
		resource,
		reload,
		deciding,
		decide: ( decision ) =>
			run( async () => replace( await decideSite( { decision } ) ) ),
	};
}
