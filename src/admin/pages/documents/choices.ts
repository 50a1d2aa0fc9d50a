import type { View } from '../../../api/useResource';
import type { Sellsy, Shop } from '../../../generated/schemas';
import { __, sprintf } from '@wordpress/i18n';
import { isUnconnected } from '../../useSellsyLists';

export type TriggerKind =
	'confirmed' | 'paid' | 'shipped' | 'completed' | 'status';

const STATUS = 'status:';

export type TriggerChoice = { kind: TriggerKind; status: string };

/** A trigger is stored as `confirmed`, `paid`, `shipped`, `completed` or `status:<slug>`. */
export function triggerChoice( trigger: string ): TriggerChoice {
	switch ( trigger ) {
		case 'confirmed':
		case 'paid':
		case 'shipped':
		case 'completed':
			return { kind: trigger, status: '' };
		default:
			return { kind: 'status', status: trigger.slice( STATUS.length ) };
	}
}

export const triggerOf = ( { kind, status }: TriggerChoice ): string =>
	kind === 'status' ? STATUS + status : kind;

/** A status that no plugin registers any more is still shown as what is set. */
export function statusOptions(
	statuses: Shop[ 'order_statuses' ],
	set: string
) {
	const options = statuses.map( ( { slug, label } ) => ( {
		value: slug,
		label,
	} ) );
	const isKnown = set === '' || statuses.some( ( { slug } ) => slug === set );
	return isKnown
		? options
		: [
				...options,
				{
					value: set,
					label: sprintf(
						/* translators: %s: slug of an order status. */
						__( '%s (no longer exists)', 'orderinvoicer' ),
						set
					),
				},
			];
}

export type ListName =
	'staffs' | 'models' | 'payment_terms' | 'rate_categories';

type Items = Array< { id: number; label: string } >;

/** `missing`: `items` are those that were read last. */
export type Choices =
	| { status: 'reading' }
	| { status: 'missing'; text: string; items: Items }
	| { status: 'ready'; items: Items };

/** What can be chosen from one of Sellsy's lists, or why it cannot be. */
export function choicesOf(
	{ resource }: View< Sellsy >,
	name: ListName,
	currency: string
): Choices {
	switch ( resource.status ) {
		case 'loading':
			return { status: 'reading' };
		case 'error':
			return {
				status: 'missing',
				text: resource.error.message,
				items: [],
			};
		case 'ready': {
			const { problem } = resource.data[ name ];
			const items = itemsOf( resource.data, name, currency );
			return problem
				? {
						status: 'missing',
						text: isUnconnected( problem )
							? __(
									'Listed here once this shop is connected to Sellsy.',
									'orderinvoicer'
								)
							: `${ problem.text } ${ problem.next_step }`,
						items,
					}
				: { status: 'ready', items };
		}
	}
}

/** An invoice is written in the order's currency: other rate categories can never be used. */
const itemsOf = ( sellsy: Sellsy, name: ListName, currency: string ) =>
	name === 'rate_categories'
		? sellsy.rate_categories.items.filter(
				( category ) => category.currency === currency
			)
		: sellsy[ name ].items;

/** What is set stays named while the list cannot be read, and when Sellsy no longer offers it. */
export function optionLabel( choices: Choices, id: number ): string {
	const items = choices.status === 'reading' ? [] : choices.items;
	return (
		items.find( ( item ) => item.id === id )?.label ??
		unlisted( choices, id )
	);
}

function unlisted( choices: Choices, id: number ): string {
	return choices.status === 'ready'
		? sprintf(
				/* translators: %d: number of an object at Sellsy. */
				__( 'No. %d (no longer offered by Sellsy)', 'orderinvoicer' ),
				id
			)
		: sprintf(
				/* translators: %d: number of an object at Sellsy. */
				__( 'No. %d at Sellsy', 'orderinvoicer' ),
				id
			);
}

const HOURS = 'hours:';

export type FinaliseKind = 'manual' | 'at_once' | 'mapping' | 'hours';

/**
 * Stored as `manual`, `at_once`, `mapping` or `hours:<number>`; what is typed is kept, also while it is no number yet.
 */
export function finaliseChoice( finalise: string ): {
	kind: FinaliseKind;
	hours: string;
} {
	switch ( finalise ) {
		case 'manual':
		case 'at_once':
		case 'mapping':
			return { kind: finalise, hours: '' };
		default:
			return { kind: 'hours', hours: finalise.slice( HOURS.length ) };
	}
}

export const finaliseOf = ( kind: FinaliseKind, hours: string ): string =>
	kind === 'hours' ? HOURS + hours : kind;
