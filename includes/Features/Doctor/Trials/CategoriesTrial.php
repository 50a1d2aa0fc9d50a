<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;
use OrderInvoicer\Sellsy\Mapping\AccountMapping;
use OrderInvoicer\Sellsy\Resources\AccountLists;
use OrderInvoicer\Sellsy\Resources\Documents;

/** A document in a rate category with taxes included, and one in a category that names no currency. */
final class CategoriesTrial implements Trial {

	public function __construct(
		private readonly SellsyClient $client,
		private readonly AccountMapping $mapping,
		private readonly AccountLists $lists,
		private readonly Documents $documents,
		private readonly Computations $computations,
		private readonly Things $things,
	) {}

	public function about(): About {
		return new About(
			name: 'categories',
			answers: [ 'category-with-taxes', 'currency-of-category' ],
			most_calls: 6
		);
	}

	public function run( Answers $answers ): void {
		$with_taxes = null;
		$nameless   = null;
		$listed     = $this->client->all( ApiRequest::get( '/rate-categories' ) );
		foreach ( array_map( $this->mapping->rate_category( ... ), $listed ) as $category ) {
			$is_ours      = in_array( $category['currency'], [ '', $this->computations->currency()->code ], true );
			$with_taxes ??= $category['includes_taxes'] && $is_ours ? $category['id'] : null;
			$nameless   ??= ! $category['includes_taxes'] && $category['currency'] === '' ? $category['id'] : null;
		}
		$with_taxes === null
			? $answers->not_known( 'category-with-taxes', 'none' )
			: $this->try_with_taxes( $answers, $with_taxes );
		$nameless === null
			? $answers->not_known( 'currency-of-category', 'none' )
			: $this->try_nameless( $answers, $nameless );
	}

	/** @throws RemoteFailure */
	private function try_with_taxes( Answers $answers, int $category ): void {
		$computed = $this->computations->compute_or_refuse( [ $this->computations->row( '1', '12' ) ], $category );
		$answers->give(
			'category-with-taxes',
			$computed === null,
			match ( true ) {
				$computed === null => 'refused',
				$computed->incl_tax->equals( Decimal::of_int( 12 ) ) => 'ttc',
				default => 'ht',
			}
		);
	}

	/** @throws RemoteFailure */
	private function try_nameless( Answers $answers, int $category ): void {
		$row      = $this->computations->row( '1', '10' );
		$computed = $this->documents->compute(
			DocumentKind::Invoice,
			[
				'related'          => [
					[
						'type' => 'company',
						'id'   => $this->things->company(),
					],
				],
				'rate_category_id' => $category,
				'rows'             => [
					[
						'type'        => 'single',
						'quantity'    => '1',
						'unit_amount' => '10',
						'tax_id'      => $row->tax_id,
						'description' => $row->description,
					],
				],
			]
		);
		$own      = array_column( array_filter( $this->lists->currencies(), self::is_own( ... ) ), 'code' );
		$is_own   = in_array( $computed->string( 'currency' ), $own, true );
		$answers->give( 'currency-of-category', $is_own, $is_own ? 'own' : 'another' );
	}

	/** @param array{id: int, code: string, is_default: bool} $currency */
	private static function is_own( array $currency ): bool {
		return $currency['is_default'];
	}
}
