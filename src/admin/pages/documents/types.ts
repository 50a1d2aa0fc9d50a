import type { Tried as DryTried } from '../orders/dryRun';
import type { View } from '../../../api/useResource';
import type {
	Kind,
	RuleChoices,
	Sellsy,
	Shop,
} from '../../../generated/schemas';
import type { SettingsForm } from '../../settings/useSettings';

export type KindProps = {
	kind: Kind;
	form: SettingsForm;
	shop: Shop;
	sellsy: View< Sellsy >;
	/** What rules may ask for in this shop; null while nobody has read it. */
	choices: RuleChoices | null;
};

/** Of the rules, at most one is open; the one that was just added has the focus. */
export type OpenRule = { id: number; isNew: boolean } | null;

/** The latest orders, as if they came today under what is set on the page. */
export type Tried = Pick< DryTried, 'orders' >;
