import { __, sprintf } from '@wordpress/i18n';
import type { Kind, Settings } from '../../../schemas/settings';
import { KIND_FACTS, kindWord, parentOf, v1Reason } from '../../settings/kinds';

/** How late a trigger comes; statuses of other plugins are not placed. */
const PROGRESS: Partial< Record< string, number > > = {
	'status:pending': 0,
	confirmed: 1,
	'status:on-hold': 1,
	paid: 2,
	'status:processing': 2,
	shipped: 3,
	completed: 4,
	'status:completed': 4,
};

/** What would not work as it is set, said before it is saved. `hasV1`: null is not known. */
export function conflictsOf(
	kind: Kind,
	settings: Settings,
	hasV1: boolean | null
): string[] {
	return settings[ kind ].enabled
		? [
				withoutV1( kind, settings, hasV1 ),
				withoutRateCategory( kind, settings ),
				withoutShippedSigns( kind, settings ),
				withoutFinalStatus( kind, settings ),
				beforeItsParent( kind, settings ),
				besideTheChain( kind, settings ),
			].filter( ( text ) => text !== null )
		: [];
}

const withoutV1 = (
	kind: Kind,
	settings: Settings,
	hasV1: boolean | null
): string | null =>
	hasV1 === false && ( KIND_FACTS[ kind ].needsV1 || settings[ kind ].email )
		? v1Reason()
		: null;

const withoutRateCategory = (
	kind: Kind,
	settings: Settings
): string | null =>
	settings[ kind ].rate_category_id === null
		? __(
				'Choose a rate category: without one every order stops here.',
				'orderinvoicer'
			)
		: null;

const withoutShippedSigns = (
	kind: Kind,
	settings: Settings
): string | null =>
	kind !== 'creditnote' &&
	settings[ kind ].trigger === 'shipped' &&
	settings.shipped.length === 0
		? __(
				'Nothing counts as shipped yet, so this would never be made. Choose what does under Statuses.',
				'orderinvoicer'
			)
		: null;

const withoutFinalStatus = ( kind: Kind, settings: Settings ): string | null =>
	KIND_FACTS[ kind ].isValidated &&
	settings[ kind ].finalise === 'mapping' &&
	! settings.states.some(
		( rule ) => rule.kind === kind && rule.state === 'finalised'
	)
		? __(
				'No order status makes it final yet. Choose one under Statuses, otherwise it stays a draft.',
				'orderinvoicer'
			)
		: null;

function beforeItsParent( kind: Kind, settings: Settings ): string | null {
	const parent = parentOf( settings, kind );
	const own = PROGRESS[ settings[ kind ].trigger ];
	const before = parent ? PROGRESS[ settings[ parent ].trigger ] : undefined;
	return parent && own !== undefined && before !== undefined && before > own
		? sprintf(
				/* translators: 1: kind of document, such as Invoice, 2: another one, such as Delivery note. */
				__(
					'%1$s comes before %2$s, so it cannot be made from it. To link the two at Sellsy, let %2$s come first.',
					'orderinvoicer'
				),
				kindWord( kind ),
				kindWord( parent )
			)
		: null;
}

/** An estimate beside a sales order or a delivery note: nothing is made from it. */
function besideTheChain( kind: Kind, settings: Settings ): string | null {
	const nearest = parentOf( settings, 'invoice' );
	return kind === 'estimate' &&
		settings.invoice.enabled &&
		nearest !== null &&
		nearest !== 'estimate'
		? sprintf(
				/* translators: %s: kind of document, such as Sales order. */
				__(
					'This estimate stays on its own at Sellsy: a document has one parent there, and invoices are made from: %s.',
					'orderinvoicer'
				),
				kindWord( nearest )
			)
		: null;
}
