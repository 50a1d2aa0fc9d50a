import type { View } from '../../../api/useResource';
import type { Sellsy } from '../../../schemas/sellsy';
import type { Kind } from '../../../schemas/settings';
import type { Shop } from '../../../schemas/shop';
import type { SettingsForm } from '../../settings/useSettings';

export type KindProps = {
	kind: Kind;
	form: SettingsForm;
	shop: Shop;
	sellsy: View< Sellsy >;
};

/** Of the rules, at most one is open; the one that was just added has the focus. */
export type OpenRule = { id: number; isNew: boolean } | null;
