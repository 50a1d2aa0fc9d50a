<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Features\Doctor\Kept\Finding;
use OrderInvoicer\Features\Doctor\Kept\OptionObservations;
use OrderInvoicer\Features\Doctor\Kept\State;
use OrderInvoicer\Features\Doctor\Trials\Refusal;

/** What the doctor looked at and what it saw, in the owner's words. */
final class DoctorText {

	/** Where both answers are fine, either was expected. */
	public function state( Finding $finding ): string {
		return match ( true ) {
			$this->matters( $finding ) => __( 'Otherwise', 'orderinvoicer' ),
			$finding->state === State::NotKnown => __( 'Not known', 'orderinvoicer' ),
			default => __( 'As expected', 'orderinvoicer' ),
		};
	}

	/** What was tried. */
	public function looked_at( Finding $finding ): string {
		return match ( $finding->assumption ) {
			'account-of-token'      => __( 'Whose books this access writes to', 'orderinvoicer' ),
			'addresses-at-once'     => __( 'Lists of the addresses of a client', 'orderinvoicer' ),
			'amounts-are-strings'   => __( 'Amounts that can be read without loss', 'orderinvoicer' ),
			'category-with-taxes'   => __( 'Rate categories with taxes included', 'orderinvoicer' ),
			'companies-of-contact'  => __( 'Finding a company by one of its contacts', 'orderinvoicer' ),
			'credit-note-of-draft'  => __( 'Setting a draft credit note against an invoice', 'orderinvoicer' ),
			'currency-of-category'  => __( 'The currency of a rate category that names none', 'orderinvoicer' ),
			'day-of-goods'          => __( 'The day of goods and services on a document', 'orderinvoicer' ),
			'draft-keeps-fields'    => __( 'What is written on a document', 'orderinvoicer' ),
			'drafts-by-status'      => __( 'Lists of drafts', 'orderinvoicer' ),
			'dry-run'               => __( 'Trying to create something without creating it', 'orderinvoicer' ),
			'eco-tax'               => __( 'The field for eco-participation', 'orderinvoicer' ),
			'embedded-parties'      => __( 'The client and addresses of a document', 'orderinvoicer' ),
			'events-of-documents'   => __( 'Being told what changes in Sellsy', 'orderinvoicer' ),
			'item-search-by-part'   => __( 'Finding a product by its reference', 'orderinvoicer' ),
			'lost-document'         => __( 'Finding a document by its client and its day', 'orderinvoicer' ),
			'newest-first'          => __( 'Lists of documents, the newest first', 'orderinvoicer' ),
			'newest-payments'       => __( 'Lists of payments, the newest first', 'orderinvoicer' ),
			'number-is-whole'       => __( 'Finding a document by its number', 'orderinvoicer' ),
			'payment-by-note'       => __( 'Finding a payment by its note', 'orderinvoicer' ),
			'payment-keeps-customer' => __( 'Deleting a payment that stands on no document', 'orderinvoicer' ),
			'payment-on-draft'      => __( 'Setting a payment against a draft', 'orderinvoicer' ),
			'payments-of-customer'  => __( 'Finding the payments of a client', 'orderinvoicer' ),
			'put-drops-numbers'     => __( 'Changing one number of a company', 'orderinvoicer' ),
			'put-keeps-customers'   => __( 'Changing one field of a client', 'orderinvoicer' ),
			'put-keeps-items'       => __( 'Changing one field of a product', 'orderinvoicer' ),
			'quota-headers'         => __( 'How many calls Sellsy still allows', 'orderinvoicer' ),
			'rights-before-objects' => __( 'Seeing what this access may do', 'orderinvoicer' ),
			'rounding'              => __( 'Twelve awkward baskets, computed by Sellsy', 'orderinvoicer' ),
			'rows-below-zero'       => __( 'Rows below zero', 'orderinvoicer' ),
			'search-by-email'       => __( 'Finding a client whose e-mail has other capitals', 'orderinvoicer' ),
			'search-lag'            => __( 'How soon Sellsy finds a client that was just created', 'orderinvoicer' ),
			'status-of-list'        => __( 'The status of a document in a list', 'orderinvoicer' ),
			'unit-price-decimals'   => __( 'Decimals of unit prices', 'orderinvoicer' ),
			'v1-list'               => __( 'Lists of delivery notes', 'orderinvoicer' ),
			'v1-steps'              => __( 'Delivery notes in one state', 'orderinvoicer' ),
			'webhook-by-address'    => __( 'Finding a webhook by its address', 'orderinvoicer' ),
			default                 => $this->of_real_documents( $finding->assumption ),
		};
	}

	/** Of what only real documents show. */
	private function of_real_documents( string $assumption ): string {
		return match ( $assumption ) {
			'amount-in-list'     => __( 'The amount of a payment on two documents', 'orderinvoicer' ),
			'cancelling'         => __( 'The payments of an invoice that was cancelled', 'orderinvoicer' ),
			'credit-note-on-any' => __( 'Setting a credit note against another invoice', 'orderinvoicer' ),
			'day-of-payment'     => __( 'The day of a payment that was entered in Sellsy', 'orderinvoicer' ),
			'dispute'            => __( 'Taking a disputed payment off its invoice', 'orderinvoicer' ),
			'free-invoice-paid'  => __( 'Setting an invoice of 0 to paid', 'orderinvoicer' ),
			'nothing-to-pay'     => __( 'The status of an invoice of 0', 'orderinvoicer' ),
			'payment-lowers-due' => __( 'What a payment leaves to be paid', 'orderinvoicer' ),
			'pdf-link'           => __( 'Fetching the PDF of a document', 'orderinvoicer' ),
			'signature'          => __( 'The signature of what Sellsy sends', 'orderinvoicer' ),
			'v1-arithmetic'      => __( 'The sums of a delivery note or proforma', 'orderinvoicer' ),
			'v1-file'            => __( 'Fetching the PDF of a proforma', 'orderinvoicer' ),
			'v1-success'         => __( 'Changing the state of a document', 'orderinvoicer' ),
			default              => $assumption,
		};
	}

	/** What follows of it; empty where all is as expected. */
	public function says( Finding $finding ): string {
		if ( $finding->state === State::NotKnown ) {
			return $this->reason( $finding->seen );
		}
		$says = $finding->state === State::AsExpected
			? ''
			: ( new ConsequenceText() )->of( $finding->assumption, $finding->seen )
				?? __( 'Both are fine: nothing follows of it.', 'orderinvoicer' );
		return Assumption::tryFrom( $finding->assumption )?->needs_final() === true
			? trim( __( 'Seen on a real document.', 'orderinvoicer' ) . " $says" )
			: $says;
	}

	/** Something follows of it for the owner. */
	public function matters( Finding $finding ): bool {
		return $finding->state === State::Otherwise
			&& ( new ConsequenceText() )->of( $finding->assumption, $finding->seen ) !== null;
	}

	/** And the owner does something about it once. */
	public function asks( Finding $finding ): bool {
		return $this->matters( $finding ) && ( new ConsequenceText() )->asks( $finding->assumption );
	}

	/** No trial shows it. */
	public function takes_real_document( Finding $finding ): bool {
		return $finding->state === State::NotKnown && $finding->seen === OptionObservations::FIRST_REAL;
	}

	/** Said once of all of them. */
	public function of_real_ones(): string {
		return __(
			'Only real documents show these. There is nothing to do: the first one that can will do so.',
			'orderinvoicer'
		);
	}

	/** Why a run did not come to its end. */
	public function stopped( string $why ): string {
		return match ( $why ) {
			'day'       =>
				__( 'Sellsy allows few more calls today: they are left to orders. Go on tomorrow.', 'orderinvoicer' ),
			'copy'      =>
				__( 'This site is a copy, or another account is connected: nothing is tried. The overview says what to do about it.', 'orderinvoicer' ),
			'no-access' => __( 'Sellsy refuses this access. Check the connection.', 'orderinvoicer' ),
			'no-answer' => __( 'Sellsy did not answer. Start it again later: it goes on from here.', 'orderinvoicer' ),
			default     => __( 'It has not come to its end. Start it again: it goes on from here.', 'orderinvoicer' ),
		};
	}

	/** At a terminal. */
	public function left_to_background(): string {
		return __( 'It goes on in the background. The same command shows later what came of it.', 'orderinvoicer' );
	}

	public function left( int $count ): string {
		return sprintf(
			/* translators: %s: number. */
			_n(
				'%s object named “Order Invoicer doctor” may still be in Sellsy: the next run deletes it.',
				'%s objects named “Order Invoicer doctor” may still be in Sellsy: the next run deletes them.',
				$count,
				'orderinvoicer'
			),
			number_format_i18n( $count )
		);
	}

	/** Drafts, and what hangs on them. */
	public function stays( int $count ): string {
		return sprintf(
			/* translators: %s: number. */
			_n(
				'%s thing named “Order Invoicer doctor – please delete” is still in Sellsy. Only you can delete drafts there; the next run deletes the rest.',
				'%s things named “Order Invoicer doctor – please delete” are still in Sellsy. Only you can delete drafts there; the next run deletes the rest.',
				$count,
				'orderinvoicer'
			),
			number_format_i18n( $count )
		);
	}

	public function sum( int $expected, int $otherwise, int $not_known ): string {
		return sprintf(
			/* translators: 1, 2, 3: numbers of things that were looked at. */
			__( 'As expected: %1$s. Otherwise: %2$s. Not known: %3$s.', 'orderinvoicer' ),
			number_format_i18n( $expected ),
			number_format_i18n( $otherwise ),
			number_format_i18n( $not_known )
		);
	}

	/** @param int $seconds until it goes on. */
	public function waits( string $why, int $seconds ): string {
		$text = match ( $why ) {
			/* translators: %s: seconds. */
			'orders' => _n(
				'Orders come first. It goes on in %s second.',
				'Orders come first. It goes on in %s seconds.',
				$seconds,
				'orderinvoicer'
			),
			/* translators: %s: seconds. */
			'search' => _n(
				'It searches again in %s second for what was just created.',
				'It searches again in %s seconds for what was just created.',
				$seconds,
				'orderinvoicer'
			),
			/* translators: %s: seconds. */
			'second', 'minute' => _n(
				'Calls are left to orders. It goes on in %s second.',
				'Calls are left to orders. It goes on in %s seconds.',
				$seconds,
				'orderinvoicer'
			),
			'deletion' =>
				/* translators: %s: seconds. */
				_n(
					'Sellsy has not deleted all that was made. It tries once more in %s second.',
					'Sellsy has not deleted all that was made. It tries once more in %s seconds.',
					$seconds,
					'orderinvoicer'
				),
			default => __( 'The site goes on with it in the background.', 'orderinvoicer' ),
		};
		return sprintf( $text, number_format_i18n( $seconds ) );
	}

	/** Where the background has not moved for a minute. */
	public function stands_still(): string {
		return __(
			'Nothing has moved for a minute. If it broke off, it goes on by itself within five minutes.',
			'orderinvoicer'
		);
	}

	private function reason( string $code ): string {
		[ $why, $scope ] = explode( ':', "$code:", 3 );
		return match ( $why ) {
			'no-right'    => $scope === '' || str_starts_with( $scope, Refusal::ABOUT )
				? __( 'This access lacks a right that is needed to see it.', 'orderinvoicer' )
				/* translators: %s: name of a right at Sellsy. */
				: sprintf( __( 'This access lacks the right %s that is needed to see it.', 'orderinvoicer' ), $scope ),
			'no-answer'   => __( 'Sellsy did not answer.', 'orderinvoicer' ),
			'no-calls'    => __( 'No calls were left for it. Start it again.', 'orderinvoicer' ),
			'refused'     => __( 'Sellsy refused the trial.', 'orderinvoicer' ),
			'search-lags' => __( 'The search does not find what was just created.', 'orderinvoicer' ),
			'too-few'     => __( 'The account holds too little to see it by.', 'orderinvoicer' ),
			'no-draft'    => __( 'There is no draft to see it by.', 'orderinvoicer' ),
			'left-open'   =>
				__( 'One may be in Sellsy that is not found yet: until then, none is made.', 'orderinvoicer' ),
			'renamed'     => __( 'The client of the drafts was renamed: delete its drafts first.', 'orderinvoicer' ),
			'theirs'      =>
				__( 'Somebody changed what it is tried on: that is left alone. Delete it first.', 'orderinvoicer' ),
			OptionObservations::FIRST_REAL =>
				__( 'The first real document that can show it will do so.', 'orderinvoicer' ),
			'none'        => __( 'The account has none.', 'orderinvoicer' ),
			default       => __( 'The answers of Sellsy do not show it.', 'orderinvoicer' ),
		};
	}
}
