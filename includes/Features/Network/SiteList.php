<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Network;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WordPress\Tables\CheckedRead;

/**
 * The sites of a network on which the plugin is active, kept as metadata of the sites: asking each for its active
 * plugins would cost a switch per site. The value says which code works in which account, once that is known.
 */
final class SiteList {

	public const META = 'orderinvoicer_site';

	private const UNKNOWN = '-';

	public function add( int $site_id ): void {
		if ( is_multisite() && get_site_meta( $site_id, self::META, true ) === '' ) {
			update_site_meta( $site_id, self::META, self::UNKNOWN );
		}
	}

	/** @param string $identity from identity(). */
	public function update( int $site_id, string $identity ): void {
		update_site_meta( $site_id, self::META, $identity );
	}

	public function remove( int $site_id ): void {
		if ( is_multisite() ) {
			delete_site_meta( $site_id, self::META );
		}
	}

	/** The same for two sites that would write the same references to the same account. */
	public static function identity( string $account, string $code ): string {
		return $account === '' ? self::UNKNOWN : "$account $code";
	}

	public static function is_known( string $identity ): bool {
		return $identity !== self::UNKNOWN;
	}

	public function count(): int {
		$count = CheckedRead::read( fn (): mixed => get_sites( [ 'count' => true ] + $this->living() ) );
		return is_int( $count ) ? $count : 0;
	}

	/** @return list<int> ids, by id. */
	public function page( int $number, int $offset ): array {
		$ids = CheckedRead::read(
			fn (): mixed => get_sites(
				[
					'fields'  => 'ids',
					'number'  => $number,
					'offset'  => $offset,
					'orderby' => 'id',
				] + $this->living()
			)
		);
		return array_values(
			array_map( static fn ( mixed $id ): int => is_numeric( $id ) ? (int) $id : 0, (array) $ids )
		);
	}

	/** @return array<int, string> by site id; two queries, however many sites there are. */
	public function identities(): array {
		$ids = $this->page( 0, 0 );
		CheckedRead::read( static fn (): mixed => update_meta_cache( 'blog', $ids ) );
		$identities = [];
		foreach ( $ids as $id ) {
			$value             = get_site_meta( $id, self::META, true );
			$identities[ $id ] = is_string( $value ) ? $value : self::UNKNOWN;
		}
		return $identities;
	}

	/** @return array{meta_key: string, deleted: int, archived: int, spam: int} */
	private function living(): array {
		return [
			// phpcs:ignore WordPress.DB.SlowDBQuery -- Metadata of sites: few rows, on one screen.
			'meta_key' => self::META,
			'deleted'  => 0,
			'archived' => 0,
			'spam'     => 0,
		];
	}
}
