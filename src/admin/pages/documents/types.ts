import type { Tried as DryTried } from '../orders/dryRun';
import type { View } from '../../../api/useResource';
import type {
	Kind,
	RuleChoices,
	Sellsy,
	Shop,
} from '../../../generated/schemas';
import type { SettingsForm } from '../../settings/useSettings';
import type { Rule } from './rules';
import type { DragHandle } from './useDrag';

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

export type RuleItemProps = KindProps & {
	rule: Rule;
	at: number;
	isNever: boolean;
	isOpen: boolean;
	isNew: boolean;
	/** How many orders it takes; empty where nobody counted. */
	taken: string;
	/** Null where there is nothing to move it past. */
	handle: DragHandle | null;
	look: string;
	onOpen: ( open: OpenRule ) => void;
	onMove: ( at: number, by: number ) => void;
};
