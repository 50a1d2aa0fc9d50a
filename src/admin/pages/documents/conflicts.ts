import { __, sprintf } from '@wordpress/i18n';
import type { Kind, Settings, Shop } from '../../../generated/schemas';
import { KIND_FACTS, kindWord, parentOf, v1Reason } from '../../settings/kinds';
import { finaliseChoice, triggerChoice } from './choices';

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

const PAID = 2;

/** Nothing was sold, or no longer. */
const NOT_SOLD: readonly string[] = [ 'failed', 'cancelled', 'refunded' ];

type Check = ( kind: Kind, settings: Settings ) => string | null;

/**
 * What would not work as it is set, said before it is saved. `hasV1`: null is not known; `statuses` of the shop: null
 * likewise.
 */
export function conflictsOf(
	kind: Kind,
	settings: Settings,
	hasV1: boolean | null,
	statuses: Shop[ 'order_statuses' ] | null = null
): string[] {
	if ( ! settings[ kind ].enabled ) {
		return [];
	}
	return [
		withoutV1( kind, settings, hasV1 ),
		withoutStatus( kind, settings, statuses ),
		...CHECKS.map( ( check ) => check( kind, settings ) ),
	].filter( ( text ) => text !== null );
}

const withoutV1 = (
	kind: Kind,
	settings: Settings,
	hasV1: boolean | null
): string | null =>
	hasV1 === false && ( KIND_FACTS[ kind ].needsV1 || settings[ kind ].email )
		? v1Reason()
		: null;

function withoutStatus(
	kind: Kind,
	settings: Settings,
	statuses: Shop[ 'order_statuses' ] | null
): string | null {
	const { kind: trigger, status } = triggerChoice( settings[ kind ].trigger );
	const isGone =
		statuses !== null && ! statuses.some( ( { slug } ) => slug === status );
	return kind !== 'creditnote' && trigger === 'status' && isGone
		? sprintf(
				/* translators: %s: slug of an order status. */
				__(
					'The order status “%s” no longer exists in this shop, so this would never be made. Choose another moment.',
					'orderinvoicer'
				),
				status
			)
		: null;
}

const withoutRateCategory: Check = ( kind, settings ) =>
	settings[ kind ].rate_category_id === null
		? __(
				'Choose a rate category: without one every order stops here.',
				'orderinvoicer'
			)
		: null;

const withoutStart: Check = ( kind, settings ) =>
	settings[ kind ].start_date === ''
		? __(
				'Without a first day nothing is made. Choose one; connecting Sellsy sets it too.',
				'orderinvoicer'
			)
		: null;

const withoutShippedSigns: Check = ( kind, settings ) =>
	kind !== 'creditnote' &&
	settings[ kind ].trigger === 'shipped' &&
	settings.shipped.length === 0
		? __(
				'Nothing counts as shipped yet, so this would never be made. Choose what does under Statuses.',
				'orderinvoicer'
			)
		: null;

const withoutSale: Check = ( kind, settings ) => {
	const { kind: trigger, status } = triggerChoice( settings[ kind ].trigger );
	return kind !== 'creditnote' &&
		trigger === 'status' &&
		NOT_SOLD.includes( status )
		? __(
				'Orders in this status sold nothing, or no longer. Choose a status of orders that are agreed on.',
				'orderinvoicer'
			)
		: null;
};

const withoutFinalStatus: Check = ( kind, settings ) =>
	KIND_FACTS[ kind ].isValidated &&
	settings[ kind ].finalise === 'mapping' &&
	! settings.states.some(
		( rule ) => rule.kind === kind && rule.state === 'finalised'
	)
		? __(
				'No order status makes it final yet. Choose one under Statuses, or it stays a draft.',
				'orderinvoicer'
			)
		: null;

const becomesFinalByItself = ( kind: Kind, settings: Settings ): boolean =>
	KIND_FACTS[ kind ].isValidated &&
	[ 'at_once', 'hours' ].includes(
		finaliseChoice( settings[ kind ].finalise ).kind
	);

const finalBeforePaid: Check = ( kind, settings ) =>
	kind === 'invoice' &&
	becomesFinalByItself( kind, settings ) &&
	( PROGRESS[ settings.invoice.trigger ] ?? PAID ) < PAID &&
	! settings.refunds.credit_cancelled
		? __(
				'Orders that are never paid get a final invoice too, which stays when they are cancelled. Choose “Paid”, or let cancelled orders be credited under Payments.',
				'orderinvoicer'
			)
		: null;

const proformaOfPaid: Check = ( kind, settings ) =>
	kind === 'proforma' &&
	( PROGRESS[ settings.proforma.trigger ] ?? 0 ) >= PAID
		? __(
				'A proforma asks for a payment, and these orders are paid already. Choose “Confirmed”.',
				'orderinvoicer'
			)
		: null;

const creditWithoutInvoice: Check = ( kind, settings ) =>
	kind === 'creditnote' && ! settings.invoice.enabled
		? __(
				'Invoices are switched off, so only refunds of orders that you invoice by hand here get a credit note.',
				'orderinvoicer'
			)
		: null;

const modelBesideParent: Check = ( kind, settings ) => {
	const parent = parentOf( settings, kind );
	return parent && settings[ kind ].model_id !== null
		? sprintf(
				/* translators: %s: kind of document, such as Sales order. */
				__(
					'The document model is not used: Sellsy takes either a model or the document that this one is made from (%s).',
					'orderinvoicer'
				),
				kindWord( parent )
			)
		: null;
};

const beforeItsParent: Check = ( kind, settings ) => {
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
};

/** An estimate beside a sales order or a delivery note: nothing is made from it. */
const besideTheChain: Check = ( kind, settings ) => {
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
};

/** What stops everything stands first. */
const CHECKS: readonly Check[] = [
	withoutRateCategory,
	withoutStart,
	withoutShippedSigns,
	withoutSale,
	withoutFinalStatus,
	finalBeforePaid,
	proformaOfPaid,
	creditWithoutInvoice,
	modelBesideParent,
	beforeItsParent,
	besideTheChain,
];
