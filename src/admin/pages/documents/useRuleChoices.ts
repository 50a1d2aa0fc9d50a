import { request } from '../../../api/request';
import { useResource } from '../../../api/useResource';
import {
	type RuleChoices,
	RuleChoicesSchema,
} from '../../../generated/schemas';
import { KINDS } from '../../settings/kinds';
import type { SettingsForm } from '../../settings/useSettings';

const getRuleChoices = ( signal: AbortSignal ) =>
	request( RuleChoicesSchema, { path: '/rule-choices', signal } );

/** Read once there is a rule. Null until then: rules name what they ask for by its id. */
export function useRuleChoices( { value }: SettingsForm ): RuleChoices | null {
	const isAsked = KINDS.some( ( kind ) => value[ kind ].rules.length > 0 );
	const { resource } = useResource( isAsked ? getRuleChoices : null );
	return resource.status === 'ready' ? resource.data : null;
}
