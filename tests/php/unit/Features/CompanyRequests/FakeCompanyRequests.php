<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\CompanyRequests;

use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyData;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyRequest;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyRequests;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeShop;
use OrderInvoicer\Tests\Unit\World\Fate;
use OrderInvoicer\Tests\Unit\World\World;

/** Requests of buyers, and the orders that get their company. */
final class FakeCompanyRequests implements CompanyRequests {

	/** @var list<string> refusals that buyers were told of. */
	public array $told = [];

	/** @var array<int, CompanyRequest> by order id. */
	public array $requests = [];

	/** @var (\Closure(): void)|null what another process does after the next read. */
	public ?\Closure $meanwhile = null;

	private readonly Fate $fate;
	private readonly FakeShop $shop;

	public function __construct( World $world ) {
		$this->fate = $world->fate;
		$this->shop = $world->shop;
	}

	public function find( int $order_id ): ?CompanyRequest {
		$found           = $this->fate->call( fn (): ?CompanyRequest => $this->requests[ $order_id ] ?? null );
		$meanwhile       = $this->meanwhile;
		$this->meanwhile = null;
		if ( $meanwhile !== null ) {
			$meanwhile();
		}
		return $found;
	}

	public function save( int $order_id, CompanyRequest $request, int $instead_of ): bool {
		return $this->fate->call(
			function () use ( $order_id, $request, $instead_of ): bool {
				$is_it = isset( $this->shop->orders[ $order_id ] )
					&& ( $this->requests[ $order_id ]->number ?? 0 ) === $instead_of;
				if ( $is_it ) {
					$this->requests[ $order_id ] = $request;
				}
				return $is_it;
			}
		);
	}

	public function tell_refusal( int $order_id, CompanyRequest $refused ): void {
		$this->told[] = "$order_id: $refused->refusal";
	}

	public function enter( int $order_id, CompanyData $data ): void {
		$this->fate->call( fn () => $this->change( $order_id, $data ) );
	}

	private function change( int $order_id, CompanyData $data ): void {
		$order = $this->shop->orders[ $order_id ];
		$buyer = new Buyer(
			...[
				...get_object_vars( $order->buyer ),
				'company' => $data->company,
				'siret'   => $data->siret,
			]
		);

		$this->shop->orders[ $order_id ] = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'buyer'              => $buyer,
				'buyer_order_number' => $data->order_number,
			]
		);
	}
}
