<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Report;

use OrderInvoicer\Domain\Report\ReportedTax;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeClock;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeLedger;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeReport;
use OrderInvoicer\Tests\Unit\World\Fate;
use PHPUnit\Framework\TestCase;

/** The report in memory keeps to what the one on the database does. */
final class FakeReportTest extends TestCase {

	use ReportContract;

	private FakeReport $fake;

	protected function setUp(): void {
		$this->clock  = new FakeClock();
		$this->ledger = new FakeLedger( new Fate(), $this->clock );
		$this->fake   = new FakeReport( new Fate(), $this->ledger, $this->clock );
		$this->report = $this->fake;
	}

	protected function stored( int $task_id ): ?array {
		$row = $this->fake->rows[ $task_id ] ?? null;
		if ( $row === null ) {
			return null;
		}
		[ 'document' => $document, 'order' => $order ] = $row;
		return [
			'document' =>
				[ $document->number, $document->date, $document->currency, $document->excl_tax, $document->incl_tax ],
			'taxes'    => $document->taxes === null
				? null
				: array_map(
					static fn ( ReportedTax $tax ): array => [ $tax->tax_id, $tax->percent, $tax->amount ],
					$document->taxes
				),
			'order'    => [
				$order?->paid_at?->format( 'Y-m-d H:i:s' ),
				$order?->gateway,
				$order?->country,
				$order?->buyer,
				$order?->currency,
				$order?->total,
			],
		];
	}
}
