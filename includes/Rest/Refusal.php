<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest;

defined( 'ABSPATH' ) || exit;

/** Errors that several routes answer. */
final class Refusal {

	/** 401 for nobody, 403 for somebody without the right. */
	public static function forbidden(): \WP_Error {
		return new \WP_Error(
			'orderinvoicer_forbidden',
			__( 'You are not allowed to do this.', 'orderinvoicer' ),
			[ 'status' => rest_authorization_required_code() ]
		);
	}

	public static function not_found(): \WP_Error {
		return new \WP_Error(
			'orderinvoicer_not_found',
			__( 'There is no such entry (any more).', 'orderinvoicer' ),
			[ 'status' => 404 ]
		);
	}

	public static function no_such_day( string $day ): \WP_Error {
		return new \WP_Error(
			'orderinvoicer_no_such_day',
			sprintf(
				/* translators: %s: what was entered, such as 2026-02-30. */
				__( 'The date %s does not exist. Give year, month and day, such as 2026-01-31.', 'orderinvoicer' ),
				$day
			),
			[ 'status' => 400 ]
		);
	}

	/** Unknown is not none: an empty list would be believed. */
	public static function database(): \WP_Error {
		return new \WP_Error(
			'orderinvoicer_database',
			__( 'The database did not answer. Try again in a moment.', 'orderinvoicer' ),
			[ 'status' => 503 ]
		);
	}

	/**
	 * What the state of an order or entry forbids: nothing was done.
	 *
	 * @param array{code: string, text: string, next_step: string} $problem
	 */
	public static function because( array $problem ): \WP_Error {
		return new \WP_Error(
			"orderinvoicer_{$problem['code']}",
			"{$problem['text']} {$problem['next_step']}",
			[ 'status' => 409 ]
		);
	}

	public static function senseless_orders(): \WP_Error {
		return new \WP_Error(
			'orderinvoicer_senseless_orders',
			__( 'Choose a first day that is not after the last one, and order statuses of sales: pending, failed and cancelled orders get no documents.', 'orderinvoicer' ),
			[ 'status' => 400 ]
		);
	}
}
