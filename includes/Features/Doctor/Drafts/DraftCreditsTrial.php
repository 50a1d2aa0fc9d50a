<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\Doctor\Kept\Thing;
use OrderInvoicer\Features\Doctor\Trials\About;
use OrderInvoicer\Features\Doctor\Trials\Answers;
use OrderInvoicer\Features\Doctor\Trials\Trial;

/** The draft of a credit note is set against that of an invoice. */
final class DraftCreditsTrial implements Trial {

	public function __construct( private readonly Drafts $drafts ) {}

	public function about(): About {
		return new About(
			name: 'draft-credits',
			answers: [ 'credit-note-of-draft' ],
			most_calls: 4,
			leaves_drafts: true
		);
	}

	public function run( Answers $answers ): void {
		foreach ( [ Thing::Invoice, Thing::CreditNote ] as $thing ) {
			if ( $answers->noted( Drafts::note( $thing ) ) === null ) {
				$answers->not_known( 'credit-note-of-draft', 'no-draft' );
				return;
			}
		}
		$was_there = $answers->noted( Drafts::note( Thing::CreditNote ) ) !== Drafts::NEW;
		try {
			$is_taken = $this->drafts->credit( '1.00' );
		} catch ( Unsettled $unsettled ) {
			$answers->not_known( 'credit-note-of-draft', $unsettled->why );
			return;
		}
		if ( $is_taken || $was_there ) {
			$is_taken = $this->drafts->uncredit() || $is_taken; // A run that was cut off may have left it so.
		}
		$answers->give( 'credit-note-of-draft', ! $is_taken, $is_taken ? 'accepted' : 'refused' );
	}
}
