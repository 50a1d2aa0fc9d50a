<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Network;

defined( 'ABSPATH' ) || exit;

/** One page of sites as they stand now, and which sites of the whole network share a code. */
final class NetworkOverview {

	/**
	 * @param \Closure(): SiteSummary $summary of the site that is switched to, read with objects of its own: none may
	 *                                         keep what it read of another site.
	 */
	public function __construct(
		private readonly SiteList $sites,
		private readonly \Closure $summary,
	) {}

	public function count(): int {
		return $this->sites->count();
	}

	/** @return list<SiteSummary> */
	public function page( int $number, int $offset ): array {
		return array_map( $this->summary_of( ... ), $this->sites->page( $number, $offset ) );
	}

	/**
	 * @param list<SiteSummary> $shown fresher than what the sites told in their last pass.
	 * @return array<int, list<int>> ids of the other sites with the same code in the same account, by site id.
	 */
	public function clashes( array $shown ): array {
		$identities = $this->sites->identities();
		foreach ( $shown as $site ) {
			$identities[ $site->id ] = $site->identity();
		}
		$clashes = [];
		foreach ( $shown as $site ) {
			$same = array_keys( $identities, $site->identity(), true );
			if ( SiteList::is_known( $site->identity() ) && count( $same ) > 1 ) {
				$clashes[ $site->id ] = array_values( array_diff( $same, [ $site->id ] ) );
			}
		}
		return $clashes;
	}

	private function summary_of( int $site_id ): SiteSummary {
		switch_to_blog( $site_id );
		try {
			return ( $this->summary )();
		} finally {
			restore_current_blog();
		}
	}
}
