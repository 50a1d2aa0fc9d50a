/**
 * What a rule may ask of an order, in words: one entry for each condition, as `Domain\Settings\Condition` has it. How
 * one is set is in `components/ConditionFields`, which orders it tells apart in `never.ts`.
 */
import { __, sprintf } from '@wordpress/i18n';
import type { RuleChoices, Shop } from '../../../generated/schemas';
import { formatMoney } from '../../../i18n/money';
import type { CONDITION_NAMES } from '../../settings/ruleConditions';
import type { Rule } from './rules';
import { anyOf, areaWord, buyerWord } from './words';

/** What the shop calls things; `choices`: null while nobody has read them. */
export type Names = { shop: Shop; choices: RuleChoices | null };

export type ListName =
	'gateways' | 'currencies' | 'shipping' | 'roles' | 'categories';

export type ConditionName = ( typeof CONDITION_NAMES )[ number ];

export type Condition = {
	name: ConditionName;
	isSet: ( rule: Rule ) => boolean;
	/** In the rule's sentence. */
	text: ( rule: Rule, names: Names ) => string;
};

/** In place of a payment method or a delivery: orders that have none. In place of a role: buyers without an account. */
const UNNAMED = 'unnamed';
const GUEST = 'guest';

export const listOf = ( rule: Rule, name: ListName ): string[] =>
	( rule[ name ] ?? [] ).map( String );

export type Option = { id: string; title: string };

/** What there is to choose from. */
export function optionsOf(
	name: ListName,
	{ shop, choices }: Names
): Option[] {
	const titled = ( items: ReadonlyArray< { id: unknown; name: string } > ) =>
		items.map( ( item ) => ( {
			id: String( item.id ),
			title: item.name,
		} ) );
	switch ( name ) {
		case 'gateways':
			return [
				...shop.gateways,
				{
					id: UNNAMED,
					title: __(
						'No payment method (entered by hand)',
						'orderinvoicer'
					),
				},
			];
		case 'shipping':
			return [
				...titled( choices?.shipping ?? [] ),
				{ id: UNNAMED, title: __( 'No delivery', 'orderinvoicer' ) },
			];
		case 'roles':
			return [
				...titled( choices?.roles ?? [] ),
				{
					id: GUEST,
					title: __( 'Guests without an account', 'orderinvoicer' ),
				},
			];
		default:
			return titled( choices?.[ name ] ?? [] );
	}
}

const listed = (
	name: ListName,
	say: ( text: string, wanted: readonly string[] ) => string = ( text ) =>
		text
): Condition => ( {
	name,
	isSet: ( rule ) => listOf( rule, name ).length > 0,
	text: ( rule, names ) => {
		const titles = optionsOf( name, names );
		const wanted = listOf( rule, name );
		const named = wanted.map(
			( one ) => titles.find( ( { id } ) => id === one )?.title ?? one
		);
		return say( anyOf( named ), wanted );
	},
} );

export type Bound = { way: string; amount: string; currency: string };

/** Stored as `at_least:1000.00:EUR` or `below:1000.00:EUR`; what is typed is kept, also while it is no amount yet. */
export function boundOf( { total = '' }: Rule ): Bound {
	const [ way = '', amount = '', currency = '' ] = total.split( ':' );
	return { way, amount, currency };
}

export const isTotalSet = ( { total = '' }: Rule ): boolean => total !== '';

function totalText( rule: Rule ): string {
	const { way, amount, currency } = boundOf( rule );
	const money = formatMoney( amount, currency );
	return way === 'below'
		? /* translators: %s: amount of money with VAT. */
			sprintf( __( 'less than %s', 'orderinvoicer' ), money )
		: /* translators: %s: amount of money with VAT. */
			sprintf( __( '%s and more', 'orderinvoicer' ), money );
}

/** In the sequence in which they are told. */
export const CONDITIONS: readonly Condition[] = [
	listed( 'gateways' ),
	{
		name: 'buyer',
		isSet: ( { buyer } ) => buyer !== '',
		text: ( { buyer } ) => buyerWord( buyer ),
	},
	{
		name: 'area',
		isSet: ( { area } ) => area !== '',
		text: ( { area }, { shop } ) => areaWord( area, shop ),
	},
	listed( 'currencies', ( text ) =>
		/* translators: %s: a currency, such as EUR. */
		sprintf( __( 'in %s', 'orderinvoicer' ), text )
	),
	listed( 'shipping' ),
	{ name: 'total', isSet: isTotalSet, text: totalText },
	listed( 'roles', ( text, wanted ) =>
		wanted.length === 1 && wanted[ 0 ] === GUEST
			? text
			: sprintf(
					/* translators: %s: a role of WordPress, such as Customer. */
					__( 'role %s', 'orderinvoicer' ),
					text
				)
	),
	listed( 'categories', ( text ) =>
		/* translators: %s: a product category. */
		sprintf( __( 'a product of %s', 'orderinvoicer' ), text )
	),
];
