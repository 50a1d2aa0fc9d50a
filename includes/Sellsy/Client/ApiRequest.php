<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Client;

defined( 'ABSPATH' ) || exit;

/**
 * One call of Sellsy's API v2. The template, as Sellsy's documentation writes it, is what logs and failures name: it
 * holds no ids.
 */
final class ApiRequest {

	/** The most that Sellsy gives per page. */
	public const PAGE = 100;

	public const NEWEST_FIRST = [
		'order'     => 'id',
		'direction' => 'desc',
	];

	/**
	 * @param array<string, int|string>               $ids   by name in the template.
	 * @param array<string, int|string|list<string>>  $query lists are written `embed[]=…`.
	 * @param array<string, mixed>|null               $body  null sends none; an empty one is sent as `{}`.
	 * @param bool                                    $is_trial a refusal is the answer that is asked for.
	 */
	private function __construct(
		public readonly string $method,
		public readonly string $template,
		private readonly array $ids,
		private readonly array $query,
		private readonly ?array $body,
		public readonly bool $is_trial = false,
	) {}

	/**
	 * @param array<string, int|string>              $ids
	 * @param array<string, int|string|list<string>> $query
	 */
	public static function get( string $template, array $ids = [], array $query = [] ): self {
		return new self( method: 'GET', template: $template, ids: $ids, query: $query, body: null );
	}

	/**
	 * @param array<string, mixed>                   $body
	 * @param array<string, int|string>              $ids
	 * @param array<string, int|string|list<string>> $query
	 */
	public static function post( string $template, array $body, array $ids = [], array $query = [] ): self {
		return new self( method: 'POST', template: $template, ids: $ids, query: $query, body: $body );
	}

	/**
	 * @param array<string, mixed>                   $body
	 * @param array<string, int|string>              $ids
	 * @param array<string, int|string|list<string>> $query
	 */
	public static function put( string $template, array $body, array $ids, array $query = [] ): self {
		return new self( method: 'PUT', template: $template, ids: $ids, query: $query, body: $body );
	}

	/**
	 * Who is connected.
	 *
	 * @param list<string> $embed `account`, `acl`; Sellsy leaves them out for a person whose view of the staff is
	 *                            restricted.
	 */
	public static function me( array $embed ): self {
		return self::get( '/staffs/{id}', [ 'id' => 'me' ], [ 'embed' => $embed ] );
	}

	/** Links a contact to a company. */
	public static function link( int $company_id, int $contact_id ): self {
		$ids = [
			'companyId' => $company_id,
			'contactId' => $contact_id,
		];
		return self::post( '/companies/{companyId}/contacts/{contactId}', [], $ids );
	}

	/** @param array<string, int|string> $ids */
	public static function delete( string $template, array $ids ): self {
		return new self( method: 'DELETE', template: $template, ids: $ids, query: [], body: null );
	}

	/**
	 * A search: `filters` is obligatory and an object even when empty; everything else stays in the query string.
	 *
	 * @param array<string, mixed>      $filters
	 * @param array<string, int|string> $query
	 */
	public static function search( string $template, array $filters, array $query = [] ): self {
		return self::post( $template, [ 'filters' => (object) $filters ], [], $query );
	}

	/**
	 * A page of a search, newest first.
	 *
	 * @param array<string, mixed> $filters
	 * @param string               $offset  the cursor of the page; empty for the first.
	 */
	public static function newest(
		string $template,
		array $filters,
		string $offset = '',
		int $most = self::PAGE,
	): self {
		$from = $offset === '' ? [] : [ 'offset' => $offset ];
		return self::search( $template, $filters, $from + self::NEWEST_FIRST + [ 'limit' => $most ] );
	}

	/** @return array{related_objects: list<array{type: string, id: int}>} a filter: of whom it is. */
	public static function related( string $type, int $id ): array {
		return [ 'related_objects' => [ compact( 'type', 'id' ) ] ];
	}

	/** @param array<string, int|string> $query */
	public function with_query( array $query ): self {
		$own = [ 'query' => $query + $this->query ];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}

	public function as_trial(): self {
		$own = [ 'is_trial' => true ];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}

	public function route(): string {
		return $this->method . ' ' . $this->template;
	}

	/** Path and query string below the API's base address. */
	public function path(): string {
		$path = $this->template;
		foreach ( $this->ids as $name => $id ) {
			$path = str_replace( '{' . $name . '}', rawurlencode( (string) $id ), $path );
		}
		$query = $this->query_string();
		return $query === '' ? $path : $path . '?' . $query;
	}

	/** A byte that is not UTF-8 (an old import, say) must not stop an order: it is replaced. */
	public function json(): ?string {
		$flags = JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE;
		// phpcs:ignore WordPress.WP.AlternativeFunctions.json_encode_json_encode -- Throws instead of returning false.
		return $this->body === null ? null : json_encode( (object) $this->body, $flags );
	}

	private function query_string(): string {
		$parts = [];
		foreach ( $this->query as $name => $value ) {
			foreach ( (array) $value as $single ) {
				$parts[] = $name . ( is_array( $value ) ? '[]' : '' ) . '=' . rawurlencode( (string) $single );
			}
		}
		return implode( '&', $parts );
	}
}
