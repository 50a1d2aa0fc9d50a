<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\CompanyRequests;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;

/**
 * A buyer asks for the invoice in the name of their company. Whose order it is, and whether the numbers can be right,
 * was looked at before. It becomes a row, which asks the owner; nothing else changes, and nothing is asked of Sellsy.
 */
final class AskForCompany {

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly CompanyRequests $requests,
		private readonly CompanyRequestStates $states,
		private readonly Ledger $ledger,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
	) {}

	/** Whether the owner wants such requests of an order of that age and status, and makes invoices at all. */
	public function is_open( string $status, \DateTimeImmutable $placed ): bool {
		$settings = $this->settings->get();
		$days     = $settings->shopper->company_days;
		return $days > 0
			&& $settings->workflow( DocumentKind::Invoice )->enabled
			&& WorkflowSelector::may_be_asked_for( $status )
			&& ! WorkflowSelector::is_over( $status )
			&& $this->clock->day_of( $this->clock->now() )
				<= $this->clock->day_of( $placed->add( new \DateInterval( "P{$days}D" ) ) );
	}

	/** Whether one more of this order is taken now: not while one waits, and not again and again. */
	public function may_ask( ?CompanyRequest $last, ?CompanyRequestState $stands ): bool {
		return $last === null
			|| $stands === null
			|| ( $stands->is_over() && $last->number < CompanyRequest::MOST );
	}

	/** @return bool false where none is taken. Of two at once, one is. */
	public function ask( int $order_id, CompanyData $data ): bool {
		$last   = $this->requests->find( $order_id );
		$stands = $last === null ? null : $this->states->of( $order_id, $last );
		if ( ! $this->may_ask( $last, $stands ) ) {
			return false;
		}
		$number = ( $last->number ?? 0 ) + ( $stands === null && $last !== null ? 0 : 1 );
		if ( ! $this->requests->save( $order_id, new CompanyRequest( $data, $number ) ) ) {
			return false;
		}
		$row = $this->ledger->open( CompanyRequestStates::key( $order_id, $number ), $this->clock->now() );
		if ( $row === null ) {
			return false;
		}
		$this->queue->wake( $row );
		return true;
	}
}
