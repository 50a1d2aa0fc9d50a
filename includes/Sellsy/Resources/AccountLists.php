<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Resources;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Auth\AccountIdentity;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;
use OrderInvoicer\Sellsy\Mapping\AccountMapping;
use OrderInvoicer\Sellsy\V1\V1Probe;

/**
 * The account's lists, each kept for an hour, and its names for a week: what was chosen is still called so while Sellsy
 * is away. They hold labels and ids only, no personal data but names of staff.
 *
 * @assumes category-with-taxes
 * @assumes currency-of-category
 */
final class AccountLists {

	/** Seconds. */
	private const KEEP  = 3600;
	private const NAMES = 7 * 86400;

	public const LISTS = [
		'taxes',
		'rate_categories',
		'staffs',
		'models',
		'payment_terms',
		'payment_methods',
		'units',
		'currencies',
		'v1',
	];

	/** What each document asks for: in one question. */
	private const OF_DOCUMENTS = [ 'taxes', 'rate_categories' ];

	private bool $is_as_last_read = false;

	public function __construct(
		private readonly SellsyClient $client,
		private readonly AccountMapping $mapping,
		private readonly AccountIdentity $identity,
		private readonly V1Probe $v1,
	) {}

	/**
	 * @return list<array{id: int, label: string, rate: string, category: string, vatex: string, refusal: string}>
	 * @throws RemoteFailure
	 */
	public function taxes(): array {
		return $this->kept( 'taxes', fn(): array => array_map( $this->mapping->tax( ... ), $this->all( '/taxes' ) ) );
	}

	/**
	 * Each with its currency, the account's own where Sellsy names none.
	 *
	 * @return list<array{id: int, label: string, currency: string, is_default: bool, includes_taxes: bool}>
	 * @throws RemoteFailure
	 */
	public function rate_categories(): array {
		return $this->kept(
			'rate_categories',
			function (): array {
				$categories = array_map( $this->mapping->rate_category( ... ), $this->all( '/rate-categories' ) );
				$own        = in_array( '', array_column( $categories, 'currency' ), true )
					? $this->own_currency()
					: '';
				return array_map(
					static fn( array $category ): array => array_replace(
						$category,
						[ 'currency' => $category['currency'] === '' ? $own : $category['currency'] ]
					),
					$categories
				);
			}
		);
	}

	/**
	 * @return list<array{id: int, label: string}>
	 * @throws RemoteFailure
	 */
	public function staffs(): array {
		return $this->kept(
			'staffs',
			fn(): array => array_map( $this->mapping->staff( ... ), $this->active_staffs() )
		);
	}

	/**
	 * @return list<array{id: int, label: string}>
	 * @throws RemoteFailure
	 */
	public function models(): array {
		// For `GET /documents/models` Sellsy's documentation describes one model, not a list.
		$search = ApiRequest::search( '/documents/models/search', [] );
		return $this->kept(
			'models',
			fn(): array => array_map( $this->mapping->model( ... ), $this->client->all( $search ) )
		);
	}

	/**
	 * @return list<array{id: int, label: string, terms: array<string, int|bool>}>
	 * @throws RemoteFailure
	 */
	public function payment_terms(): array {
		return $this->kept(
			'payment_terms',
			fn(): array => array_values(
				array_filter( array_map( $this->mapping->payment_term( ... ), $this->all( '/payment-terms' ) ) )
			)
		);
	}

	/**
	 * What a document sends for it. A term that has left the list since it was chosen is sent by its id alone: Sellsy's
	 * refusal then says so.
	 *
	 * @return array<string, int|bool> empty for null.
	 * @throws RemoteFailure
	 */
	public function terms_of( ?int $payment_term_id ): array {
		if ( $payment_term_id === null ) {
			return [];
		}
		$terms = array_column( $this->payment_terms(), 'terms', 'id' );
		return $terms[ $payment_term_id ] ?? [ 'id' => $payment_term_id ];
	}

	/**
	 * @return list<array{id: int, label: string}>
	 * @throws RemoteFailure
	 */
	public function payment_methods(): array {
		return $this->kept(
			'payment_methods',
			fn(): array => array_map( $this->mapping->labelled( ... ), $this->all( '/payments/methods' ) )
		);
	}

	/**
	 * Those in use, the account's first one first.
	 *
	 * @return list<array{id: int, label: string}>
	 * @throws RemoteFailure
	 */
	public function units(): array {
		return $this->kept(
			'units',
			fn(): array => array_map( $this->mapping->labelled( ... ), $this->active_units() )
		);
	}

	/**
	 * @return list<array{id: int, code: string, is_default: bool}>
	 * @throws RemoteFailure
	 */
	public function currencies(): array {
		return $this->kept(
			'currencies',
			fn(): array => array_map( $this->mapping->currency( ... ), $this->all( '/currencies' ) )
		);
	}

	/** @throws RemoteFailure when nobody can say now. */
	public function has_v1(): bool {
		return $this->kept( 'v1', fn(): array => [ [ 'answers' => $this->v1->answers() ] ] )[0]['answers'];
	}

	/** @return list<string> names of the lists that Sellsy need not be asked for. */
	public function kept_ones(): array {
		return array_values(
			array_filter( self::LISTS, fn( string $list ): bool => self::is_fresh( $this->stored( $list ) ) )
		);
	}

	/** Sellsy is asked for each of them anew. */
	public function forget(): void {
		foreach ( self::LISTS as $list ) {
			$stored = $this->stored( $list );
			if ( $stored !== null ) {
				$this->keep( $list, 0, $stored['items'] );
			}
		}
	}

	/**
	 * Sellsy is not asked: a list that was never read is empty.
	 *
	 * @template T
	 * @param callable(): T $read from these lists.
	 * @return T
	 */
	public function as_last_read( callable $read ): mixed {
		$this->is_as_last_read = true;
		try {
			return $read();
		} finally {
			$this->is_as_last_read = false;
		}
	}

	/** Empty when the account says of none that it is its own. */
	private function own_currency(): string {
		foreach ( $this->currencies() as $currency ) {
			if ( $currency['is_default'] ) {
				return $currency['code'];
			}
		}
		return '';
	}

	/** @return list<Answer> */
	private function active_staffs(): array {
		return array_values(
			array_filter(
				$this->all( '/staffs' ),
				static fn( Answer $staff ): bool => in_array( $staff->string( 'status' ), [ 'ok', '' ], true )
			)
		);
	}

	/** @return list<Answer> */
	private function active_units(): array {
		$units = $this->client->all( ApiRequest::get( '/units', [], [ 'order' => 'rank' ] ) );
		return array_values(
			array_filter( $units, static fn( Answer $unit ): bool => $unit->bool( 'is_active', true ) )
		);
	}

	/** @return list<Answer> */
	private function all( string $path ): array {
		return $this->client->all( ApiRequest::get( $path ) );
	}

	/**
	 * @template T of array<string, mixed>
	 * @param \Closure(): list<T> $load
	 * @return list<T>
	 */
	private function kept( string $name, \Closure $load ): array {
		$stored = $this->stored( $name );
		/** @var list<T> $items Written by this method only; the name carries its shape. */
		$items = $stored['items'] ?? [];
		if ( ! $this->is_as_last_read && ! self::is_fresh( $stored ) ) {
			$items = $load();
			$this->keep( $name, time(), $items );
		}
		return $items;
	}

	/** @param array{read_at: int, items: list<array<string, mixed>>}|null $stored */
	private static function is_fresh( ?array $stored ): bool {
		return $stored !== null && $stored['read_at'] > time() - self::KEEP;
	}

	/** @return array{read_at: int, items: list<array<string, mixed>>}|null */
	private function stored( string $name ): ?array {
		if ( in_array( $name, self::OF_DOCUMENTS, true ) && ! wp_using_ext_object_cache() ) {
			$options = fn ( string $list ): array =>
				[ "_transient_{$this->name( $list )}", "_transient_timeout_{$this->name( $list )}" ];
			wp_prime_option_caches( array_merge( ...array_map( $options, self::OF_DOCUMENTS ) ) );
		}
		$stored = get_transient( $this->name( $name ) );
		/** @var array{read_at: int, items: list<array<string, mixed>>}|null $known Written by this class only. */
		$known = is_array( $stored ) && isset( $stored['read_at'], $stored['items'] ) ? $stored : null;
		return $known;
	}

	/** @param list<array<string, mixed>> $items */
	private function keep( string $name, int $read_at, array $items ): void {
		set_transient(
			$this->name( $name ),
			[
				'read_at' => $read_at,
				'items'   => $items,
			],
			self::NAMES
		);
	}

	/** One per account and per shape of what is kept, which is the second one: no release may read another's. */
	private function name( string $name ): string {
		return 'orderinvoicer_list_' . $name . '_' . md5( $this->identity->id() . ORDERINVOICER_VERSION . ':2' );
	}
}
