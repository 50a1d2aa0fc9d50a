<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Archives;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\OrderBook\OwnArchive;

/** Kept with the person, for each site of a network apart: WordPress has read it with the person. */
final class ArchiveFlag implements OwnArchive {

	/** Of the user, behind the site's prefix. */
	public const OPTION = 'orderinvoicer_archive';

	public function is_there(): bool {
		return (bool) get_user_option( self::OPTION );
	}

	public function set( bool $is_there ): void {
		$is_there
			? update_user_option( get_current_user_id(), self::OPTION, '1' )
			: delete_user_option( get_current_user_id(), self::OPTION );
	}
}
