import { __ } from '@wordpress/i18n';
import type { View } from '../../../api/useResource';
import type { OrderUsage } from '../../../schemas/mapping';
import type { Problem } from '../../../schemas/problem';
import type {
	Confidence,
	SellsyTax,
	TaxProposals,
} from '../../../schemas/sellsy';
import type { Settings } from '../../../schemas/settings';
import type { Shop, ShopSituation, ShopTaxRate } from '../../../schemas/shop';
import type { WantedTax } from './creation';

export type Proposal = { taxId: number; confidence: Confidence };

/** One thing of the shop, the Sellsy taxes that it may be mapped to, and what is set. */
export type MappingRow< T > = {
	subject: T;
	taxId: number | null;
	options: SellsyTax[];
	/** Null once something is set, or where nothing fits. */
	proposal: Proposal | null;
};

export type TaxRows = {
	rates: Array< MappingRow< ShopTaxRate > >;
	situations: Array< MappingRow< ShopSituation > >;
	rounding: MappingRow< 'rounding' >;
};

/** `proposals` are null while they are read, or where they cannot be. */
export function taxRows(
	settings: Settings,
	shop: Shop,
	taxes: SellsyTax[],
	proposals: TaxProposals | null
): TaxRows {
	const usable = taxes.filter( ( tax ) => tax.usable );
	return {
		rates: shop.tax_rates.map( ( rate ) => ( {
			subject: rate,
			options: usable.filter( ( tax ) => fits( tax, rate ) ),
			...chosen(
				taxOfRate( settings, rate.id ),
				proposals?.tax_rates.find( ( p ) => p.rate_id === rate.id )
			),
		} ) ),
		situations: shop.exempt_situations.map( ( subject ) => ( {
			subject,
			options: usable.filter( ( tax ) => tax.exempt ),
			...chosen(
				taxOfSituation( settings, subject.situation ),
				proposals?.exempt_taxes.find(
					( p ) => p.situation === subject.situation
				)
			),
		} ) ),
		rounding: roundingRow( settings, usable, proposals ),
	};
}

/** Beside other rates an e-invoice may hold category E, never O (EN 16931, BR-O-11). */
function roundingRow(
	settings: Settings,
	usable: SellsyTax[],
	proposals: TaxProposals | null
): TaxRows[ 'rounding' ] {
	const options = usable.filter(
		( tax ) => tax.exempt && tax.category === 'E'
	);
	return {
		subject: 'rounding',
		options,
		...chosen(
			settings.rounding_tax_id,
			proposals && {
				tax_id: proposals.rounding_tax_id,
				confidence: proposals.rounding_confidence,
			}
		),
	};
}

/** An order whose rate and mapped tax differ would stop: only equal percents are offered. */
const fits = ( tax: SellsyTax, rate: ShopTaxRate ): boolean =>
	Number( tax.percent ) === Number( rate.percent );

const taxOfRate = ( { tax_rates: rates }: Settings, rateId: number ) =>
	rates.find( ( r ) => r.rate_id === rateId )?.tax_id ?? null;

const taxOfSituation = (
	{ exempt_taxes: taxes }: Settings,
	situation: ShopSituation[ 'situation' ]
) => taxes.find( ( t ) => t.situation === situation )?.tax_id ?? null;

function chosen(
	taxId: number | null,
	proposed:
		{ tax_id: number | null; confidence: Confidence } | null | undefined
): { taxId: number | null; proposal: Proposal | null } {
	const proposedId = proposed?.tax_id ?? null;
	return {
		taxId,
		proposal:
			taxId === null && proposed && proposedId !== null
				? { taxId: proposedId, confidence: proposed.confidence }
				: null,
	};
}

export type TaxEdit = Pick<
	Settings,
	'tax_rates' | 'exempt_taxes' | 'rounding_tax_id'
>;

export const withRate = (
	rates: Settings[ 'tax_rates' ],
	rateId: number,
	taxId: number | null
): Settings[ 'tax_rates' ] =>
	[
		...rates.filter( ( r ) => r.rate_id !== rateId ),
		...( taxId === null ? [] : [ { rate_id: rateId, tax_id: taxId } ] ),
	].sort( ( a, b ) => a.rate_id - b.rate_id );

export const withSituation = (
	taxes: Settings[ 'exempt_taxes' ],
	situation: ShopSituation[ 'situation' ],
	taxId: number | null
): Settings[ 'exempt_taxes' ] =>
	[
		...taxes.filter( ( t ) => t.situation !== situation ),
		...( taxId === null ? [] : [ { situation, tax_id: taxId } ] ),
	].sort( ( a, b ) => a.situation.localeCompare( b.situation ) );

/** Seen in the shop, or set: the others need no answer. */
export const isCurrent = ( {
	subject,
	taxId,
}: MappingRow< ShopSituation > ): boolean =>
	subject.orders_recent > 0 || taxId !== null;

/** A reason that no order shows is not confirmed in passing. */
const inSight = ( { rates, situations, rounding }: TaxRows ) => [
	...rates,
	...situations.filter( isCurrent ),
	rounding,
];

const certainId = ( { proposal }: MappingRow< unknown > ): number | null =>
	proposal?.confidence === 'certain' ? proposal.taxId : null;

/** What only a person can confirm. */
export const leftToCheck = ( rows: TaxRows ): number =>
	inSight( rows ).filter(
		( row ) => row.proposal !== null && certainId( row ) === null
	).length;

/** Null where nothing is certain. */
export function certainProposals(
	settings: Settings,
	rows: TaxRows
): TaxEdit | null {
	if ( inSight( rows ).every( ( row ) => certainId( row ) === null ) ) {
		return null;
	}
	return {
		tax_rates: rows.rates.reduce( ( list, row ) => {
			const id = certainId( row );
			return id === null ? list : withRate( list, row.subject.id, id );
		}, settings.tax_rates ),
		exempt_taxes: rows.situations
			.filter( isCurrent )
			.reduce( ( list, row ) => {
				const id = certainId( row );
				return id === null
					? list
					: withSituation( list, row.subject.situation, id );
			}, settings.exempt_taxes ),
		rounding_tax_id: certainId( rows.rounding ) ?? settings.rounding_tax_id,
	};
}

/** What a new tax was created for is set to it. */
export const chosenFor = (
	settings: Settings,
	{ use }: WantedTax,
	taxId: number
): Partial< TaxEdit > =>
	'rateId' in use
		? { tax_rates: withRate( settings.tax_rates, use.rateId, taxId ) }
		: {
				exempt_taxes: withSituation(
					settings.exempt_taxes,
					use.situation,
					taxId
				),
			};

/** Rates that orders carry and WooCommerce no longer has want a tax as well. */
export function shopWithGone(
	shop: Shop,
	{ resource }: View< OrderUsage >
): Shop {
	const gone = ( resource.status === 'ready' ? resource.data.gone : [] )
		// Counted a moment later than the rates were read.
		.filter( ( { id } ) => ! shop.tax_rates.some( ( r ) => r.id === id ) );
	return {
		...shop,
		tax_rates: [
			...shop.tax_rates,
			...gone.map( ( rate ) => ( {
				...rate,
				country: '',
				class: '',
				class_name: __( 'no longer in WooCommerce', 'orderinvoicer' ),
				orders_recent: 0,
			} ) ),
		],
	};
}

export const readyProposals = ( {
	resource,
}: View< TaxProposals > ): TaxProposals | null =>
	resource.status === 'ready' ? resource.data : null;

/** Why proposals are missing; nothing to say where the list of taxes says it already. */
export function proposalProblem(
	{ resource }: View< TaxProposals >,
	taxesProblem: Problem | null
): string | null {
	if ( resource.status === 'error' ) {
		return resource.error.message;
	}
	return resource.status === 'ready' && ! taxesProblem
		? ( resource.data.problem?.text ?? null )
		: null;
}
