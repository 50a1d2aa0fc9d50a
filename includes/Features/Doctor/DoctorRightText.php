<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\Doctor\Trials\Refusal;

/** What an access lacks, and what it was not seen to do, in the owner's words. */
final class DoctorRightText {

	/** @param non-empty-list<string> $rights privileges in Sellsy's words, rights by its names, or a call's topic. */
	public function missing( array $rights ): string {
		return sprintf(
			/* translators: %s: names of rights at Sellsy, such as companies.write. */
			__( 'This access, or its person in Sellsy, lacks rights: %s. Orders may stop for it, and what needs them could not be looked at now. Give them in Sellsy, test the connection, then try again.', 'orderinvoicer' ),
			implode( '; ', array_map( self::right( ... ), $rights ) )
		);
	}

	/** @param non-empty-list<string> $rights by Sellsy's names. */
	public function unseen( array $rights ): string {
		return sprintf(
			/* translators: %s: what was not seen, such as "create invoices, create credit notes". */
			__( 'It is not seen yet whether this access may: %s. The trial with drafts shows most of it, the first real documents the rest.', 'orderinvoicer' ),
			implode( ', ', array_unique( array_map( self::deed( ... ), $rights ) ) )
		);
	}

	private static function right( string $right ): string {
		if ( ! str_starts_with( $right, Refusal::ABOUT ) ) {
			return $right;
		}
		return match ( substr( $right, strlen( Refusal::ABOUT ) ) ) {
			'companies', 'individuals', 'contacts' => __( 'a right for clients', 'orderinvoicer' ),
			'items'        => __( 'a right for products', 'orderinvoicer' ),
			'invoices', 'deposit-invoices' => __( 'a right for invoices', 'orderinvoicer' ),
			'credit-notes' => __( 'a right for credit notes', 'orderinvoicer' ),
			'estimates'    => __( 'a right for estimates', 'orderinvoicer' ),
			'orders'       => __( 'a right for sales orders', 'orderinvoicer' ),
			'payments'     => __( 'a right for payments', 'orderinvoicer' ),
			'webhooks'     => __( 'a right for webhooks', 'orderinvoicer' ),
			default        => __( 'a right for the account’s own lists', 'orderinvoicer' ),
		};
	}

	private static function deed( string $right ): string {
		return match ( $right ) {
			'companies.write', 'individuals.write', 'contacts.write' => __( 'create clients', 'orderinvoicer' ),
			'items.write'           => __( 'create products', 'orderinvoicer' ),
			'invoices.write'        => __( 'create invoices', 'orderinvoicer' ),
			'invoices.validate'     => __( 'finalise invoices', 'orderinvoicer' ),
			'credit-notes.write'    => __( 'create credit notes', 'orderinvoicer' ),
			'credit-notes.validate' => __( 'finalise credit notes', 'orderinvoicer' ),
			'estimates.write'       => __( 'create estimates', 'orderinvoicer' ),
			'orders.write'          => __( 'create sales orders', 'orderinvoicer' ),
			'payments.write'        => __( 'record payments', 'orderinvoicer' ),
			default                 => $right,
		};
	}
}
