import { __ } from '@wordpress/i18n';
import type { View } from '../../../api/useResource';
import type {
	Confidence,
	OrderUsage,
	Problem,
	SellsyTax,
	Settings,
	Shop,
	ShopSituation,
	ShopTaxRate,
	Situation,
	TaxProposals,
} from '../../../generated/schemas';
import { type TaxEdit, withRate, withSituation } from './edits';

export type Proposal = { taxId: number; confidence: Confidence };

/** One thing of the shop, the Sellsy taxes that it may be mapped to, and what is set. */
export type MappingRow< T > = {
	subject: T;
	taxId: number | null;
	options: SellsyTax[];
	/** Null once something is set, or where nothing fits. */
	proposal: Proposal | null;
	/** What is chosen is what was proposed as certain, and is not saved yet. */
	isProposed: boolean;
};

export type SituationRow = MappingRow< ShopSituation > & {
	/** Exempt taxes that say another reason: only who says why may choose one. */
	others: SellsyTax[];
	reason: string;
};

export type TaxRows = {
	rates: Array< MappingRow< ShopTaxRate > >;
	situations: SituationRow[];
	rounding: MappingRow< 'rounding' >;
};

/** `proposals` are null while they are read, or where they cannot be. */
export function taxRows(
	settings: Settings,
	shop: Shop,
	taxes: SellsyTax[],
	proposals: TaxProposals | null,
	saved: Settings = settings
): TaxRows {
	const usable = taxes.filter( ( tax ) => tax.usable );
	const exempt = usable.filter( ( tax ) => tax.exempt );
	return {
		rates: shop.tax_rates.map( ( rate ) => ( {
			subject: rate,
			options: usable.filter( ( tax ) => fits( tax, rate ) ),
			...chosen(
				taxOfRate( settings, rate.id ),
				proposals?.tax_rates.find( ( p ) => p.rate_id === rate.id ),
				taxOfRate( saved, rate.id )
			),
		} ) ),
		situations: shop.exempt_situations.map( ( subject ) => ( {
			subject,
			options: exempt.filter( ( tax ) => isFitting( tax, subject ) ),
			others: exempt.filter( ( tax ) => ! isFitting( tax, subject ) ),
			reason: reasonOf( settings, subject ) ?? '',
			...chosen(
				taxOfSituation( settings, subject ),
				proposals?.exempt_taxes.find(
					( p ) => p.situation === subject.situation
				),
				taxOfSituation( saved, subject )
			),
		} ) ),
		rounding: roundingRow( settings, usable, proposals, saved ),
	};
}

/** Beside other rates an e-invoice may hold category E, never O (EN 16931, BR-O-11). */
function roundingRow(
	settings: Settings,
	usable: SellsyTax[],
	proposals: TaxProposals | null,
	saved: Settings
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
			},
			saved.rounding_tax_id
		),
	};
}

/** An order whose rate and mapped tax differ would stop: only equal percents are offered. */
const fits = ( tax: SellsyTax, rate: ShopTaxRate ): boolean =>
	Number( tax.percent ) === Number( rate.percent );

const taxOfRate = ( { tax_rates: rates }: Settings, rateId: number ) =>
	rates.find( ( r ) => r.rate_id === rateId )?.tax_id ?? null;

/** As `Domain\Taxes\ExemptionTable` says. */
const isFitting = (
	{ category }: SellsyTax,
	{ categories }: ShopSituation
): boolean =>
	categories.includes( category ) ||
	( category === '' && categories.length > 0 );

/** As `Domain\Order\ExemptSituation::chosen()`. */
const ofSituation = < T extends { situation: Situation } >(
	list: T[],
	{ situation, before }: ShopSituation
): T | undefined =>
	list.find( ( one ) => one.situation === situation ) ??
	list.find( ( one ) => one.situation === before );

export const taxOfSituation = (
	{ exempt_taxes: taxes }: Settings,
	subject: ShopSituation
): number | null => ofSituation( taxes, subject )?.tax_id ?? null;

const reasonOf = (
	{ exempt_reasons: reasons }: Settings,
	subject: ShopSituation
) => ofSituation( reasons, subject )?.reason;

/** Shorter ones say nothing (`Domain\Settings\Settings`). */
export const SHORTEST_REASON = 15;

/** What is chosen says a reason that is none of such a sale. */
export const isMisfit = ( { taxId, others }: SituationRow ): boolean =>
	others.some( ( { id } ) => id === taxId );

export const isUnexplained = ( row: SituationRow ): boolean =>
	isMisfit( row ) && row.reason.trim().length < SHORTEST_REASON;

function chosen(
	taxId: number | null,
	proposed:
		{ tax_id: number | null; confidence: Confidence } | null | undefined,
	savedId: number | null
): Pick< MappingRow< unknown >, 'taxId' | 'proposal' | 'isProposed' > {
	const proposedId = proposed?.tax_id ?? null;
	return {
		taxId,
		proposal:
			taxId === null && proposed && proposedId !== null
				? { taxId: proposedId, confidence: proposed.confidence }
				: null,
		isProposed:
			taxId !== null &&
			savedId === null &&
			taxId === proposedId &&
			proposed?.confidence === 'certain',
	};
}

/** Seen in the shop, or set: the others need no answer. */
export const isCurrent = ( { subject, taxId }: SituationRow ): boolean =>
	subject.orders_recent > 0 ||
	( taxId !== null && subject.before === 'none' );

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
): Omit< TaxEdit, 'exempt_reasons' > | null {
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
