<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

/**
 * Reasons for 0 % that Sellsy documents completely, so that an exempt tax can be created without guessing: one category
 * of EN 16931 and one VATEX code each. Of category E only the French exemption of small businesses is listed; the owner
 * chooses its other reasons at Sellsy.
 */
enum ExemptReason: string {
	case IntraEu       = 'intra_eu';
	case Export        = 'export';
	case ReverseCharge = 'reverse_charge';
	case OutOfScope    = 'out_of_scope';
	/** Art. 293 B du CGI. */
	case Franchise = 'franchise';

	public function category(): string {
		return match ( $this ) {
			self::IntraEu       => 'K',
			self::Export        => 'G',
			self::ReverseCharge => 'AE',
			self::OutOfScope    => 'O',
			self::Franchise     => 'E',
		};
	}

	public function vatex(): string {
		return match ( $this ) {
			self::IntraEu       => 'VATEX-EU-IC',
			self::Export        => 'VATEX-EU-G',
			self::ReverseCharge => 'VATEX-EU-AE',
			self::OutOfScope    => 'VATEX-EU-O',
			self::Franchise     => 'VATEX-FR-FRANCHISE',
		};
	}
}
