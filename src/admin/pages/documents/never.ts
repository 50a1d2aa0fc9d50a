/** Which rules never take an order. Fetched with the fields of a rule: first the page is seen. */
import { boundOf, isTotalSet, listOf, type ListName } from './conditions';
import { OTHERS, type Rule } from './rules';

/** Orders that are alike in what a condition looks at: whether a rule takes them. */
type Takes = ( rule: Rule ) => boolean;

export const BUYERS = [ 'person', 'company' ] as const;
export const AREAS = [ 'domestic', 'eu', 'outside' ] as const;

/** A method of one zone, such as `flat_rate:3`, is that method too. */
const isWanted = ( wanted: readonly string[], id: string | null ): boolean =>
	wanted.length === 0 ||
	( id !== null &&
		( wanted.includes( id ) ||
			wanted.includes( id.replace( /:\d+$/, '' ) ) ) );

const byList =
	( name: ListName ) =>
	( rules: readonly Rule[] ): Takes[] =>
		[
			...new Set( rules.flatMap( ( rule ) => listOf( rule, name ) ) ),
			null,
		].map( ( id ) => ( rule ) => isWanted( listOf( rule, name ), id ) );

const byChoice =
	< N extends 'buyer' | 'area' >(
		name: N,
		values: ReadonlyArray< Rule[ N ] >
	) =>
	(): Takes[] =>
		values.map(
			( value ) => ( rule ) =>
				rule[ name ] === '' || rule[ name ] === value
		);

/** In parts of a unit that no currency has. */
const parts = ( amount: string ): number =>
	Math.round( Number( amount ) * 10_000 );

const comesTo = ( rule: Rule, currency: string | null, sum: number ) => {
	const bound = boundOf( rule );
	return (
		! isTotalSet( rule ) ||
		( bound.currency === currency &&
			sum >= parts( bound.amount ) === ( bound.way !== 'below' ) )
	);
};

/** A total is of its currency: both are looked at together. */
function moneyOrders( rules: readonly Rule[] ): Takes[] {
	const bounds = rules.filter( isTotalSet ).map( boundOf );
	const currencies = new Set( [
		...bounds.map( ( { currency } ) => currency ),
		...rules.flatMap( ( rule ) => listOf( rule, 'currencies' ) ),
	] );
	const sums = bounds
		.map( ( { amount } ) => parts( amount ) )
		.flatMap( ( sum ) => [ sum - 1, sum ] )
		.filter( ( sum ) => sum >= 0 );
	return [ ...currencies, null ].flatMap( ( currency ) =>
		[ ...new Set( [ 0, ...sums ] ) ].map(
			( sum ) => ( rule: Rule ) =>
				isWanted( listOf( rule, 'currencies' ), currency ) &&
				comesTo( rule, currency, sum )
		)
	);
}

/** What the orders are that the rules tell apart, by each condition; currencies with the totals. */
const DIFFERENCES: ReadonlyArray< ( rules: readonly Rule[] ) => Takes[] > = [
	byList( 'gateways' ),
	byChoice( 'buyer', BUYERS ),
	byChoice( 'area', AREAS ),
	byList( 'shipping' ),
	moneyOrders,
	byList( 'roles' ),
	byList( 'categories' ),
];

/** As many kinds of order are looked at; where the rules tell more apart, nothing is said of them. */
const MOST = 20_000;

/** Ids of the rules that never take an order, because those above take all of theirs; also OTHERS. */
export function neverTaken( rules: Rule[] ): number[] {
	const all = DIFFERENCES.map( ( orders ) => orders( rules ) );
	const count = all.reduce( ( product, { length } ) => product * length, 1 );
	if ( count > MOST ) {
		return [];
	}
	const taken = new Set< number >();
	for ( let at = 0; at < count; at++ ) {
		let rest = at;
		const order = all.map( ( kinds ) => {
			const kind = kinds[ rest % kinds.length ];
			rest = Math.floor( rest / kinds.length );
			return kind;
		} );
		taken.add(
			rules.find( ( rule ) =>
				order.every( ( takes ) => takes?.( rule ) !== false )
			)?.id ?? OTHERS
		);
	}
	return [ ...rules.map( ( { id } ) => id ), OTHERS ].filter(
		( id ) => ! taken.has( id )
	);
}
