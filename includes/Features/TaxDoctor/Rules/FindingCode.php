<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TaxDoctor\Rules;

defined( 'ABSPATH' ) || exit;

/** What the tax doctor can find, the gravest first. */
enum FindingCode: string {
	// Orders stop, or would be booked wrongly.
	case TaxGone          = 'tax_gone';
	case TaxInactive      = 'tax_inactive';
	case TaxNotCompliant  = 'tax_not_compliant';
	case TaxIsEcoTax      = 'tax_is_eco_tax';
	case PercentDiffers   = 'percent_differs';
	case RateGone         = 'rate_gone';
	case ZeroUnset        = 'zero_unset';
	case ZeroNotExempt    = 'zero_not_exempt';
	case SituationUnset   = 'situation_unset';
	case SituationUnfit   = 'situation_unfit';
	case RoundingUnset    = 'rounding_unset';
	case RoundingUnfit    = 'rounding_unfit';

	// Documents are made, but figures may mislead.
	case MappedDifferently = 'mapped_differently';
	case FranchiseCharged  = 'franchise_charged';
	case ForeignShared     = 'foreign_shared';
	case UnusualPercent    = 'unusual_percent';

	// Good to know.
	case SeveralAtSellsy = 'several_at_sellsy';
	case RatesUnused     = 'rates_unused';

	public function severity(): Severity {
		return match ( $this ) {
			self::MappedDifferently, self::FranchiseCharged, self::ForeignShared, self::UnusualPercent =>
				Severity::Warning,
			self::SeveralAtSellsy, self::RatesUnused => Severity::Info,
			default => Severity::Error,
		};
	}
}
