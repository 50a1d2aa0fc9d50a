<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Archives;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Features\Archives\Rules\Archive;
use OrderInvoicer\Features\Archives\Rules\ArchivePlan;
use OrderInvoicer\Features\Archives\Rules\Archives;
use OrderInvoicer\Features\Archives\Rules\ArchiveState;
use OrderInvoicer\Features\Archives\Rules\FillArchive;
use OrderInvoicer\Features\Archives\Rules\KeepArchives;
use OrderInvoicer\Features\Archives\Rules\PlanArchive;

/**
 * The archive of whoever is signed in, as pages show it.
 *
 * @phpstan-type ArchiveAnswer array{
 *     state: 'none'|'working'|'ready'|'erased'|'failed',
 *     // In the reader's language.
 *     says: string,
 *     done: NaturalInt,
 *     total: NaturalInt,
 *     // Where the file is; empty while there is none.
 *     url: string,
 * }
 */
final class OwnArchives {

	/** admin-post.php: hands out the file. */
	public const FILE = 'orderinvoicer_archive_file';

	/** Seconds for which a page that looks goes on with it. */
	private const SECONDS = 3;

	public function __construct(
		private readonly Archives $archives,
		private readonly PlanArchive $plan_archive,
		private readonly FillArchive $fill,
		private readonly KeepArchives $keep,
		private readonly ArchiveRunner $runner,
		private readonly ArchiveFlag $flag,
		private readonly ArchiveText $texts,
	) {}

	public function current(): ?Archive {
		return $this->flag->is_there() ? $this->archives->all()[ get_current_user_id() ] ?? null : null;
	}

	/** @throws Refused */
	public function begin( ArchivePlan $plan ): void {
		$this->plan_archive->begin( get_current_user_id(), $plan );
		$this->flag->set( true );
		$this->runner->plan( 0 );
	}

	public function go_on(): void {
		if ( $this->flag->is_there() ) {
			$this->fill->run( get_current_user_id(), self::SECONDS );
		}
	}

	public function take_away( string $folder ): void {
		$this->keep->take_away( get_current_user_id(), $folder );
		$this->flag->set( false );
	}

	private static function url(): string {
		return admin_url( 'admin-post.php?action=' . self::FILE . '&_wpnonce=' . wp_create_nonce( self::FILE ) );
	}

	/** @return ArchiveAnswer */
	public function view(): array {
		$archive = $this->current();
		if ( $archive === null && $this->flag->is_there() ) {
			$this->flag->set( false );
		}
		return [
			'state' => $archive->state->value ?? 'none',
			'says'  => $archive === null ? '' : $this->texts->progress( $archive ),
			'done'  => $archive === null ? 0 : $archive->done() + count( $archive->missing() ),
			'total' => count( $archive->rows ?? [] ),
			'url'   => $archive?->state === ArchiveState::Ready ? self::url() : '',
		];
	}
}
