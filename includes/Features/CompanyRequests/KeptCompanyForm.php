<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\CompanyRequests;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\CompanyRequests\Rules\CompanyData;

/** What was typed before the page shows its order: in WooCommerce's session on the server, until that page is drawn. */
final class KeptCompanyForm {

	private const NAME = 'orderinvoicer_company';

	/** Whether this browser has brought WooCommerce's cookie: one that keeps none gets nothing back. */
	public function is_known(): bool {
		return WC()->session instanceof \WC_Session_Handler && WC()->session->has_session();
	}

	/** @return bool false where the site has no sessions. */
	public function keep( int $order_id, CompanyData $typed, bool $has_nonce ): bool {
		$session = WC()->session;
		if ( ! $session instanceof \WC_Session_Handler ) {
			return false;
		}
		$session->set_customer_session_cookie( true );
		$session->set(
			self::NAME,
			[
				'order' => $order_id,
				'nonce' => $has_nonce,
				'typed' => get_object_vars( $typed ),
			]
		);
		return true;
	}

	/** @return array{CompanyData, bool}|null once; null where nothing of that order is kept. */
	public function take( int $order_id ): ?array {
		$session = WC()->session;
		if ( ! $session instanceof \WC_Session_Handler ) {
			return null;
		}
		$kept = $session->get( self::NAME );
		if ( ! is_array( $kept ) || ( $kept['order'] ?? 0 ) !== $order_id ) {
			return null;
		}
		$session->set( self::NAME, null );
		$typed = is_array( $kept['typed'] ?? null ) ? array_filter( $kept['typed'], 'is_string' ) : [];
		return [
			new CompanyData(
				company: $typed['company'] ?? '',
				siret: $typed['siret'] ?? '',
				vat_number: $typed['vat_number'] ?? '',
				order_number: $typed['order_number'] ?? ''
			),
			( $kept['nonce'] ?? false ) === true,
		];
	}
}
