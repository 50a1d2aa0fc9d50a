<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\FollowUps;

use OrderInvoicer\Domain\FollowUps\OrderFacts;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Settings\Trigger;
use PHPUnit\Framework\TestCase;

final class PassedTriggersTest extends TestCase {

	/**
	 * @testWith ["paid", "completed", true, false, true]
	 *           ["paid", "processing", false, false, false]
	 *           ["paid", "on-hold", false, false, false]
	 *           ["confirmed", "on-hold", false, false, true]
	 *           ["confirmed", "refunded", true, false, false]
	 *           ["shipped", "completed", true, false, false]
	 *           ["shipped", "completed", true, true, true]
	 *           ["completed", "processing", true, false, false]
	 *           ["status:packed", "completed", true, false, true]
	 */
	public function test_an_old_order_has_come_by_a_trigger(
		string $trigger,
		string $status,
		bool $paid,
		bool $shipped,
		bool $passed,
	): void {
		self::assertSame(
			$passed,
			( new WorkflowSelector() )->has_passed(
				new Trigger( $trigger ),
				new OrderFacts(
					status: $status,
					paid_statuses: [],
					payment_complete: false,
					has_date_paid: $paid,
					created_day: '',
					foreign_url: '',
					is_shipped: $shipped
				)
			)
		);
	}
}
