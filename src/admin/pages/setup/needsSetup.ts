import type { View } from '../../../api/useResource';
import type { Connection } from '../../../schemas/connection';
import { enabledKinds } from '../../settings/kinds';
import type { SettingsForm } from '../../settings/useSettings';

/** Nothing is made of this shop's orders yet, or nothing could be. Null while that is not known. */
export function needsSetup(
	{ resource: connection }: View< Connection >,
	{ resource: settings }: View< SettingsForm >
): boolean | null {
	if ( connection.status !== 'ready' || settings.status !== 'ready' ) {
		return null;
	}
	return (
		connection.data.state === 'unconfigured' ||
		enabledKinds( settings.data.saved ).length === 0
	);
}
