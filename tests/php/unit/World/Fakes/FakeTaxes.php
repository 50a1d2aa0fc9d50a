<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Taxes\TaxDraft;
use OrderInvoicer\Domain\Taxes\Taxes;
use OrderInvoicer\Tests\Unit\World\Sellsy;

final class FakeTaxes implements Taxes {

	public function __construct( private readonly FakeAccount $account, private readonly Sellsy $sellsy ) {}

	public function read(): array {
		return $this->sellsy->request( 'read_taxes', $this->account->taxes( ... ) );
	}

	public function create( TaxDraft $draft ): RemoteTax {
		return $this->sellsy->request(
			'create_tax',
			function () use ( $draft ): RemoteTax {
				$tax                   = new RemoteTax(
					id: $this->sellsy->next_id(),
					label: $draft->label,
					rate: $draft->rate,
					category: $draft->reason?->category() ?? 'S',
					usable: true,
					vatex: $draft->reason?->vatex() ?? ''
				);
				$this->sellsy->taxes[] = $tax;
				return $tax;
			}
		);
	}
}
