<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\Sellsy\Transport\Quota;
use PHPUnit\Framework\TestCase;

/**
 * @assumes quota-headers
 */
final class QuotaTest extends TestCase {

	/** @param array<string, string> $headers */
	private function remaining( array $headers ): array {
		return Quota::from_response( new HttpResponse( 200, '', $headers ) )->remaining();
	}

	public function test_each_window_is_read(): void {
		self::assertSame(
			[
				'month'  => 99000,
				'day'    => 4999,
				'minute' => 59,
				'second' => 0,
			],
			$this->remaining(
				[
					'x-quota-remaining-by-second' => '0',
					'x-quota-remaining-by-minute' => '59',
					'x-quota-remaining-by-day'    => '4999',
					'x-quota-remaining-by-month'  => '99000',
				]
			)
		);
	}

	public function test_what_is_no_number_says_nothing(): void {
		self::assertSame( [], $this->remaining( [] ) );
		self::assertSame(
			[ 'day' => 7 ],
			$this->remaining(
				[
					'x-quota-remaining-by-day'    => '7',
					'x-quota-remaining-by-minute' => '-1',
					'x-quota-remaining-by-month'  => 'unlimited',
				]
			)
		);
	}
}
