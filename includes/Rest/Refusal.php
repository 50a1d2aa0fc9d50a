<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Reports\OfferView;
use OrderInvoicer\Wording\Names\SituationText;
use OrderInvoicer\Wording\Problems\ProblemText;

/**
 * Errors that several routes answer.
 *
 * @phpstan-import-type OfferAnswer from OfferView
 */
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

	/** Nothing was changed. */
	public static function of( Refused $refused ): \WP_Error {
		$status = match ( $refused->why ) {
			Refused::BACKFILL_RUNNING, Refused::HAS_CREDIT_NOTE, Refused::ARCHIVE_RUNNING => 409,
			default => 400,
		};
		return new \WP_Error(
			"orderinvoicer_{$refused->why}",
			self::sentence( $refused ),
			[ 'status' => $status ]
		);
	}

	/** All rows before it would be read. */
	public static function page_too_far(): \WP_Error {
		return new \WP_Error(
			'orderinvoicer_page_too_far',
			__( 'This page is too far back to be opened by its number. Choose days, an order or a problem, or go on page by page (programs follow the header Link).', 'orderinvoicer' ),
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

	/** Sellsy was asked, and nothing was done. */
	public static function sellsy_failed( RemoteFailure $failure ): \WP_Error {
		$texts   = new ProblemText();
		$problem = $failure->on_screen();
		return new \WP_Error(
			'orderinvoicer_sellsy_failed',
			"{$texts->text( $problem )} {$texts->next_step( $problem )}",
			[ 'status' => 502 ]
		);
	}

	/**
	 * The order, the entry or what was seen has changed: nothing was done.
	 *
	 * @param array<string, mixed> $fresh how it stands, to ask a person again.
	 */
	public static function changed( string $says, array $fresh = [] ): \WP_Error {
		return new \WP_Error( 'orderinvoicer_not_offered', $says, [ 'status' => 409 ] + $fresh );
	}

	/**
	 * What cannot be undone wants the total that a person has seen. Nothing was done.
	 *
	 * @param array<string, mixed> $fresh what there is to be told.
	 */
	public static function not_confirmed( array $fresh ): \WP_Error {
		return new \WP_Error(
			'orderinvoicer_not_confirmed',
			__(
				'This cannot be undone. To go on, send the same again with “confirmed” set to the total that was shown.',
				'orderinvoicer'
			),
			[ 'status' => 409 ] + $fresh
		);
	}

	/**
	 * What a person does asks something else by now than what they answered. Nothing was done. Who does not say what
	 * was asked asks nobody.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request as `task-act` describes it.
	 * @param OfferAnswer|null                      $fresh   what is offered now; null for nothing: the act refuses.
	 * @return \WP_Error|null null: it may be done.
	 */
	public static function unasked( \WP_REST_Request $request, ?array $fresh ): ?\WP_Error {
		$asks = $fresh === null || $fresh['why_not'] !== '' ? [] : $fresh['asks'];
		return $asks === [] || in_array( $request['asked'], [ null, $asks ], true ) ? null : new \WP_Error(
			'orderinvoicer_asks_first',
			__( 'Nothing was done yet. Something has changed since you looked: you are asked anew.', 'orderinvoicer' ),
			[
				'status' => 409,
				'offer'  => $fresh,
			]
		);
	}

	/** One of its amounts is no number, or other code took part in reading it and failed: nothing was done. */
	public static function unreadable_order( \InvalidArgumentException $why ): \WP_Error {
		return $why instanceof BrokenFilter
			? new \WP_Error(
				'orderinvoicer_filter_broken',
				sprintf(
					/* translators: %s: name of a filter. */
					__( 'The order could not be read: another plugin or code of this site failed in the filter "%s". Show this to whoever wrote that code, or switch the plugin off; then try again.', 'orderinvoicer' ),
					$why->filter
				),
				[ 'status' => 422 ]
			)
			: new \WP_Error(
				'orderinvoicer_amounts_unreadable',
				__( 'The order holds an amount that is not a number, so nothing can be calculated from it. Recalculate the order in WooCommerce, then try again.', 'orderinvoicer' ),
				[ 'status' => 422 ]
			);
	}

	public static function senseless_orders(): \WP_Error {
		return new \WP_Error(
			'orderinvoicer_senseless_orders',
			__( 'Choose a first day that is not after the last one, and order statuses of sales: pending, failed and cancelled orders get no documents.', 'orderinvoicer' ),
			[ 'status' => 400 ]
		);
	}

	private static function sentence( Refused $refused ): string {
		$fact = static fn ( string $name ): string => (string) ( $refused->facts[ $name ] ?? '' );
		return match ( $refused->why ) {
			Refused::SHOP_CODE_FIXED   =>
				__( 'The shop code is in use at Sellsy and cannot change any more.', 'orderinvoicer' ),
			Refused::NO_SUCH_DAY       => sprintf(
				/* translators: %s: what was entered, such as 2026-02-30. */
				__( 'The date %s does not exist. Give year, month and day, such as 2026-01-31.', 'orderinvoicer' ),
				$fact( 'day' )
			),
			Refused::UNFIT_EXEMPTION  => self::exemption( $fact( 'situation' ), $fact( 'tax' ) ),
			Refused::BACKFILL_RUNNING =>
				__( 'Another back-fill has not come to its end. Wait for it, or cancel it first.', 'orderinvoicer' ),
			Refused::HAS_CREDIT_NOTE   => __(
				'The credit note of this refund has been made meanwhile. Reload the page to see it.',
				'orderinvoicer'
			),
			Refused::ARCHIVE_RUNNING, Refused::TOO_MANY_FILES, Refused::NO_FILES, Refused::NO_ZIP =>
				self::archive( $refused->why, $fact( 'most' ) ),
			Refused::NOT_A_NUMBER      => __(
				'This is not an amount. Write digits only, with a point or a comma before the decimals.',
				'orderinvoicer'
			),
			Refused::NOT_POSITIVE     => __( 'The amount must be more than zero.', 'orderinvoicer' ),
			Refused::TOO_MANY_DECIMALS => self::decimals( $fact( 'currency' ), (int) $fact( 'decimals' ) ),
			Refused::MORE_THAN_LEFT    => sprintf(
				/* translators: 1: amount of money, 2: currency code. */
				__( 'Of this order only %1$s %2$s can still be refunded.', 'orderinvoicer' ),
				str_replace( '.', _x( '.', 'decimal point', 'orderinvoicer' ), $fact( 'left' ) ),
				$fact( 'currency' )
			),
		};
	}

	private static function archive( string $why, string $most ): string {
		return match ( $why ) {
			Refused::ARCHIVE_RUNNING =>
				__( 'Your last archive is still being prepared. Wait for it, or delete it first.', 'orderinvoicer' ),
			Refused::TOO_MANY_FILES  => sprintf(
				/* translators: %s: a number. */
				__( 'More than %s documents: choose a shorter period, or fewer orders.', 'orderinvoicer' ),
				$most
			),
			Refused::NO_FILES        => __( 'None of these documents has a PDF yet.', 'orderinvoicer' ),
			default                  => __(
				'This server cannot make ZIP files, or has no room for one. Ask your host for PHP’s extension zip.',
				'orderinvoicer'
			),
		};
	}

	private static function exemption( string $value, string $tax ): string {
		$situation = ExemptSituation::from( $value );
		$texts     = new SituationText();
		return sprintf(
			/* translators: 1: tax of Sellsy, 2: reason for a sale without tax, 3: which tax fits. */
			__( 'The tax "%1$s" does not fit this kind of sale: %2$s. %3$s If it is right all the same, give your reason in a sentence (exempt_reasons). Nothing was saved.', 'orderinvoicer' ),
			$tax,
			$texts->label( $situation ),
			$texts->advice( $situation )
		);
	}

	private static function decimals( string $currency, int $decimals ): string {
		return $decimals === 0
			/* translators: %s: currency code. */
			? sprintf( __( 'Amounts in %s have no decimals.', 'orderinvoicer' ), $currency )
			: sprintf(
				/* translators: 1: currency code, 2: a number. */
				__( 'Amounts in %1$s have at most %2$d decimals.', 'orderinvoicer' ),
				$currency,
				$decimals
			);
	}
}
