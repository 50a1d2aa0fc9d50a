<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Archives;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\WordPress\Queue\OneAction;

/** How its parts are made and on which hook, where no type says it (npm run composition). */
final class ArchivesFeature {

	public const HOOKS = [
		ArchiveRunner::class => [ ArchiveRunner::HOOK ],
		ArchiveList::class   => [ 'wp_ajax_' . ArchiveList::ACTION ],
	];

	public static function uploads_folder_has_zip_archive(): bool {
		return class_exists( \ZipArchive::class );
	}

	public static function archive_runner_one_action( Clock $clock ): OneAction {
		return new OneAction( ArchiveRunner::HOOK, $clock );
	}
}
