/** Rules of one kind of document: `Domain\Settings\Rule` chooses by them, here they are edited and read aloud. */
import { __ } from '@wordpress/i18n';
import type {
	Kind,
	Settings,
	SettingsWorkflow,
	Shop,
} from '../../../generated/schemas';

export type Rule = SettingsWorkflow[ 'rules' ][ number ];

/** The id of "all other orders". */
export const OTHERS = 0;

/** Orders that name none, such as those entered by hand. */
const UNNAMED = 'unnamed';

const BUYERS = [ 'person', 'company' ] as const;
const AREAS = [ 'domestic', 'eu', 'outside' ] as const;

export const hasRules = ( { rules, others }: SettingsWorkflow ): boolean =>
	rules.length > 0 || ! others;

/** Below are those of the set-up's own rules, above is what PHP keeps for orders that no rule takes. */
const FIRST_ID = 1000;
const LAST_ID = 4294967294;

/**
 * An id is never given twice, not even after its rule was removed, or on two pages in the same second: chance draws it.
 */
function drawnId( rules: Rule[] ): number {
	const [ id = 0 ] = crypto.getRandomValues( new Uint32Array( 1 ) );
	return id < FIRST_ID ||
		id > LAST_ID ||
		rules.some( ( rule ) => rule.id === id )
		? drawnId( rules )
		: id;
}

export function newRule(
	workflow: SettingsWorkflow,
	id = drawnId( workflow.rules )
): Rule {
	return {
		id,
		gateways: [],
		buyer: '',
		area: '',
		makes: true,
		trigger: workflow.trigger,
		finalise: workflow.finalise,
		email: workflow.email,
		owner_id: null,
		model_id: null,
		rate_category_id: null,
		unread: '',
	};
}

export const copyOf = ( rule: Rule, rules: Rule[] ): Rule => ( {
	...rule,
	id: drawnId( rules ),
} );

/** Of a newer release, or damaged: it makes nothing until it is removed. */
export const isUnread = ( { unread = '' }: Rule ): boolean => unread !== '';

/** One place up (-1) or down (1). */
export function moved( rules: Rule[], at: number, by: -1 | 1 ): Rule[] {
	const others = rules.filter( ( _rule, index ) => index !== at );
	const rule = rules.slice( at, at + 1 );
	return [
		...others.slice( 0, at + by ),
		...rule,
		...others.slice( at + by ),
	];
}

/** What counts for the documents of a rule, as if the kind had no other. */
export function settingsUnder(
	settings: Settings,
	kind: Kind,
	rule: Rule
): Settings {
	const own = settings[ kind ];
	const { trigger, finalise, email } = rule;
	return {
		...settings,
		[ kind ]: {
			...own,
			trigger,
			finalise,
			email,
			owner_id: rule.owner_id ?? own.owner_id,
			model_id: rule.model_id ?? own.model_id,
			rate_category_id: rule.rate_category_id ?? own.rate_category_id,
		},
	};
}

/** For each rule that makes something, and for all other orders. */
export function outcomes( settings: Settings, kind: Kind ): Settings[] {
	const { rules, others } = settings[ kind ];
	return [
		...rules
			.filter( ( { makes } ) => makes )
			.map( ( rule ) => settingsUnder( settings, kind, rule ) ),
		...( others ? [ settings ] : [] ),
	];
}

/** Orders that differ in nothing that a rule can ask for. */
function* cells( rules: Rule[] ) {
	const named = new Set( rules.flatMap( ( { gateways } ) => gateways ) );
	for ( const gateway of [ ...named, null ] ) {
		for ( const buyer of BUYERS ) {
			for ( const area of AREAS ) {
				yield { gateway, buyer, area };
			}
		}
	}
}

type Cell = ReturnType< typeof cells > extends Generator< infer C > ? C : never;

const takes = ( rule: Rule, { gateway, buyer, area }: Cell ): boolean =>
	( rule.gateways.length === 0 ||
		( gateway !== null && rule.gateways.includes( gateway ) ) ) &&
	( rule.buyer === '' || rule.buyer === buyer ) &&
	( rule.area === '' || rule.area === area );

/** Ids of the rules that never take an order, because those above take all of theirs; also OTHERS. */
export function neverTaken( rules: Rule[] ): number[] {
	const taken = new Set(
		[ ...cells( rules ) ].map(
			( cell ) =>
				rules.find( ( rule ) => takes( rule, cell ) )?.id ?? OTHERS
		)
	);
	return [ ...rules.map( ( { id } ) => id ), OTHERS ].filter(
		( id ) => ! taken.has( id )
	);
}

export const gatewayOptions = (
	shop: Shop,
	rule: Rule
): Array< { id: string; title: string } > => [
	...shop.gateways,
	{
		id: UNNAMED,
		title: __( 'No payment method (entered by hand)', 'orderinvoicer' ),
	},
	...goneGateways( shop, rule ).map( ( id ) => ( { id, title: id } ) ),
];

/** Payment methods that the shop no longer has. */
export const goneGateways = ( shop: Shop, { gateways }: Rule ): string[] =>
	gateways.filter(
		( gateway ) =>
			gateway !== UNNAMED &&
			! shop.gateways.some( ( { id } ) => id === gateway )
	);

/** Which orders a rule takes: "Card, Bank transfer · companies · France". */
export function ordersText( rule: Rule, shop: Shop ): string {
	if ( isUnread( rule ) ) {
		return __( 'A rule that this version cannot read', 'orderinvoicer' );
	}
	const titles = gatewayOptions( shop, rule );
	const parts = [
		rule.gateways
			.map(
				( gateway ) =>
					titles.find( ( { id } ) => id === gateway )?.title ??
					gateway
			)
			.join( ', ' ),
		buyerWord( rule.buyer ),
		areaWord( rule.area, shop ),
	].filter( ( part ) => part !== '' );
	return parts.length === 0
		? __( 'Every order', 'orderinvoicer' )
		: parts.join( ' · ' );
}

export const nothingMade = () =>
	__( 'No such document is made.', 'orderinvoicer' );

export const allOthers = () => __( 'All other orders', 'orderinvoicer' );

export function buyerWord( buyer: Rule[ 'buyer' ] ): string {
	switch ( buyer ) {
		case 'company':
			return __( 'companies', 'orderinvoicer' );
		case 'person':
			return __( 'private persons', 'orderinvoicer' );
		case '':
			return '';
	}
}

export function areaWord( area: Rule[ 'area' ], { country }: Shop ): string {
	switch ( area ) {
		case 'domestic':
			return countryName( country );
		case 'eu':
			return __( 'other EU countries', 'orderinvoicer' );
		case 'outside':
			return __(
				'outside the EU, and overseas territories',
				'orderinvoicer'
			);
		case '':
			return '';
	}
}

const countryName = ( code: string ): string =>
	new Intl.DisplayNames( document.documentElement.lang || 'en', {
		type: 'region',
	} ).of( code ) ?? code;
