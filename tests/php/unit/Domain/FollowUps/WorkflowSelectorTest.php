<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\FollowUps;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderFacts;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Domain\Settings\WorkflowSettings;
use PHPUnit\Framework\TestCase;

final class WorkflowSelectorTest extends TestCase {

	/**
	 * @return iterable<string, array{string, string, bool, bool, bool}> trigger, status, payment_complete, date paid,
	 *         starts.
	 */
	public static function events(): iterable {
		yield 'confirmed by waiting for a transfer'   => [ 'confirmed', 'on-hold', false, false, true ];
		yield 'confirmed by processing'               => [ 'confirmed', 'processing', false, false, true ];
		yield 'confirmed: a virtual order skips both' => [ 'confirmed', 'completed', false, true, true ];
		yield 'pending is not confirmed'              => [ 'confirmed', 'pending', false, false, false ];
		yield 'paid by card'                          => [ 'paid', 'processing', false, true, true ];
		yield 'paid: a virtual order skips processing' => [ 'paid', 'completed', false, true, true ];
		yield 'payment_complete whatever the status'  => [ 'paid', 'pending', true, false, true ];
		yield 'cash on delivery is not paid yet'      => [ 'paid', 'processing', false, false, false ];
		yield 'cash on delivery, delivered'           => [ 'paid', 'completed', false, true, true ];
		yield 'a paid status of another plugin'       => [ 'paid', 'packed', false, false, true ];
		yield 'waiting is not paid'                   => [ 'paid', 'on-hold', false, false, false ];
		yield 'completed'                             => [ 'completed', 'completed', false, false, true ];
		yield 'processing is not completed'           => [ 'completed', 'processing', false, true, false ];
		yield 'a custom status'                       => [ 'status:shipped', 'shipped', false, false, true ];
		yield 'another custom status'                 => [ 'status:shipped', 'packed', false, false, false ];
		yield 'a status by name'                      => [ 'status:pending', 'pending', false, false, true ];
	}

	/** @dataProvider events */
	public function test_events(
		string $trigger,
		string $status,
		bool $payment_complete,
		bool $date_paid,
		bool $starts,
	): void {
		$facts   = new OrderFacts(
			status: $status,
			paid_statuses: [ 'processing', 'completed', 'packed' ],
			payment_complete: $payment_complete,
			has_date_paid: $date_paid,
			created_day: '2026-11-24',
			foreign_url: ''
		);
		$problem = ( new WorkflowSelector() )->on_event( self::settings( $trigger ), $facts );
		$this->assertSame( $starts ? null : ProblemCode::NoLongerTriggered, $problem?->code );
	}

	/**
	 * @testWith ["paid", "on-hold", "paid"]
	 *           ["paid", "completed", ""]
	 *           ["completed", "processing", "completed"]
	 *           ["confirmed", "pending", "confirmed"]
	 *           ["paid", "cancelled", null]
	 *           ["paid", "refunded", null]
	 */
	public function test_an_order_waits_for_the_trigger_while_it_may_come(
		string $trigger,
		string $status,
		?string $awaited,
	): void {
		$facts = new OrderFacts(
			status: $status,
			paid_statuses: [ 'processing', 'completed' ],
			payment_complete: false,
			has_date_paid: false,
			created_day: '2026-11-24',
			foreign_url: ''
		);
		$this->assertSame( $awaited, ( new WorkflowSelector() )->awaited( self::settings( $trigger ), $facts ) );
	}

	/** @return iterable<string, array{string, string, bool}> trigger, status when the job runs, goes on. */
	public static function later(): iterable {
		yield 'completed quickly'                  => [ 'confirmed', 'completed', true ];
		yield 'still there'                        => [ 'confirmed', 'on-hold', true ];
		yield 'cancelled meanwhile'                => [ 'confirmed', 'cancelled', false ];
		yield 'refunded before it was invoiced'    => [ 'paid', 'refunded', false ];
		yield 'paid, then shipped'                 => [ 'paid', 'shipped', true ];
		yield 'paid, then put on hold'             => [ 'paid', 'on-hold', false ];
		yield 'completed, then reopened'           => [ 'completed', 'processing', false ];
		yield 'processing, then completed'         => [ 'status:processing', 'completed', true ];
		yield 'processing, then failed'            => [ 'status:processing', 'failed', false ];
		yield 'the status itself, however far'     => [ 'status:pending', 'pending', true ];
		yield 'from pending forward'               => [ 'status:pending', 'processing', true ];
		yield 'from pending to nowhere'            => [ 'status:pending', 'cancelled', false ];
	}

	/** @dataProvider later */
	public function test_again_in_the_job( string $trigger, string $status, bool $goes_on ): void {
		$facts   = new OrderFacts(
			status: $status,
			paid_statuses: [ 'processing', 'completed' ],
			payment_complete: false,
			has_date_paid: false,
			created_day: '2026-11-24',
			foreign_url: ''
		);
		$problem = ( new WorkflowSelector() )->again( self::settings( $trigger ), $facts );
		$this->assertSame( $goes_on ? null : [ 'status' => $status ], $problem?->facts );
	}

	public function test_reasons_to_leave_an_order_out(): void {
		$new   = new OrderFacts(
			status: 'completed',
			paid_statuses: [ 'completed' ],
			payment_complete: false,
			has_date_paid: true,
			created_day: '2026-11-24',
			foreign_url: ''
		);
		$old   = new OrderFacts(
			status: 'completed',
			paid_statuses: [ 'completed' ],
			payment_complete: false,
			has_date_paid: true,
			created_day: '2026-10-31',
			foreign_url: ''
		);
		$other = new OrderFacts(
			status: 'completed',
			paid_statuses: [ 'completed' ],
			payment_complete: false,
			has_date_paid: true,
			created_day: '2026-11-24',
			foreign_url: 'https://sellsy.example/1'
		);
		$first = new OrderFacts(
			status: 'completed',
			paid_statuses: [ 'completed' ],
			payment_complete: false,
			has_date_paid: true,
			created_day: '2026-11-01',
			foreign_url: ''
		);
		foreach ( [ 'on_event', 'again' ] as $question ) {
			$ask = static fn ( WorkflowSettings $settings, OrderFacts $facts ): ?ProblemCode =>
				( new WorkflowSelector() )->$question( $settings, $facts )?->code;
			$this->assertNull( $ask( self::settings( 'paid' ), $new ) );
			$this->assertNull( $ask( self::settings( 'paid' ), $first ), 'The first day counts.' );
			$this->assertSame( ProblemCode::WorkflowDisabled, $ask( self::settings( 'paid', false ), $new ) );
			$this->assertSame( ProblemCode::BeforeStartDate, $ask( self::settings( 'paid' ), $old ) );
			$this->assertSame(
				ProblemCode::BeforeStartDate,
				$ask( self::settings( 'paid', true, '' ), $new ),
				'Not before Sellsy was connected.'
			);
			$this->assertSame( ProblemCode::InvoicedElsewhere, $ask( self::settings( 'paid' ), $other ) );
		}
	}

	private static function settings(
		string $trigger,
		bool $enabled = true,
		string $start_date = '2026-11-01',
	): WorkflowSettings {
		return new WorkflowSettings(
			enabled: $enabled,
			trigger: new Trigger( $trigger ),
			start_date: $start_date,
			finalise: new Finalise( Finalise::MANUAL ),
			email: false,
			owner_id: null,
			model_id: null,
			rate_category_id: null,
			payment_term_id: null,
			subject: '',
			note: ''
		);
	}
}
