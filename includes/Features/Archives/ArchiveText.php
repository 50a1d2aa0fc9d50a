<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Archives;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Features\Archives\Rules\Archive;
use OrderInvoicer\Features\Archives\Rules\ArchiveName;
use OrderInvoicer\Features\Archives\Rules\ArchivePlan;
use OrderInvoicer\Features\Archives\Rules\ArchiveState;
use OrderInvoicer\Features\Archives\Rules\NoPdf;
use OrderInvoicer\Reports\OrderView;
use OrderInvoicer\Wording\Names\DocumentNames;

/** An archive, in words. Plain text, to be escaped. */
final class ArchiveText {

	public function __construct(
		private readonly DocumentNames $names,
		private readonly Ledger $ledger,
	) {}

	public function file_name( ShopperDocument $document, int $order_id ): string {
		return ArchiveName::of(
			$document->number,
			remove_accents( $this->names->kind( $document->kind ) ),
			self::order( $order_id ),
			$document->task_id
		);
	}

	public function read_me(): string {
		/* translators: name of a text file in an archive, in capital letters without accents. */
		$name = sanitize_file_name( __( 'READ-ME.txt', 'orderinvoicer' ) );
		return str_ends_with( $name, '.txt' ) ? $name : 'READ-ME.txt';
	}

	/** What the archive says of what is not in it; empty where it is whole. */
	public function missing( Archive $archive ): string {
		$lines = [];
		foreach ( $archive->missing() as [ $task_id, $order_id, $why ] ) {
			$task    = $this->ledger->find( $task_id );
			$kind    = $task?->key->effect->creates();
			$lines[] = sprintf(
				/* translators: 1: order number, 2: document, such as Invoice F-1, 3: why there is no PDF. */
				__( 'Order %1$s, %2$s: %3$s', 'orderinvoicer' ),
				self::order( $order_id ),
				$kind === null
					? __( 'document', 'orderinvoicer' )
					: trim( "{$this->names->kind( $kind )} {$task->remote_number}" ),
				self::why( $why )
			);
		}
		return $lines === [] ? '' : implode(
			"\r\n",
			[ __( 'This archive is not complete. These documents are not in it:', 'orderinvoicer' ), '', ...$lines, '' ]
		);
	}

	/** What it would be, before it is begun. */
	public function plan( ArchivePlan $plan ): string {
		$minutes = (int) ceil( $plan->seconds / 60 );
		$said    = sprintf(
			/* translators: 1: number of PDFs, 2: time, such as "about 3 minutes". */
			_n( '%1$s PDF: %2$s.', '%1$s PDFs: %2$s.', $plan->documents, 'orderinvoicer' ),
			number_format_i18n( $plan->documents ),
			sprintf(
				/* translators: %s: number of minutes. */
				_n( 'about %s minute', 'about %s minutes', $minutes, 'orderinvoicer' ),
				number_format_i18n( $minutes )
			)
		);
		return $said . self::without( count( $plan->rows ) - $plan->documents );
	}

	/** How far it is. */
	public function progress( Archive $archive ): string {
		$all     = count( $archive->rows );
		$missing = count( $archive->missing() );
		return match ( $archive->state ) {
			ArchiveState::Working => sprintf(
				/* translators: 1: number of documents that were fetched, 2: of how many. */
				__( 'PDFs are being fetched: %1$s of %2$s. You may leave this page.', 'orderinvoicer' ),
				number_format_i18n( $archive->done() + $missing ),
				number_format_i18n( $all )
			),
			ArchiveState::Ready   => self::ready( $archive->done() ) . self::without( $missing ),
			ArchiveState::Erased  =>
				__( 'The archive was deleted: it held documents of a buyer whose personal data was erased. You can make it again.', 'orderinvoicer' ),
			ArchiveState::Failed  =>
				__( 'The archive could not be written: this server has no room for it, or cannot make ZIP files. Ask your host, then try again.', 'orderinvoicer' ),
		};
	}

	private static function ready( int $count ): string {
		$said = sprintf(
			/* translators: %s: number of PDFs. */
			_n( 'The archive with %s PDF is ready.', 'The archive with %s PDFs is ready.', $count, 'orderinvoicer' ),
			number_format_i18n( $count )
		);
		return "$said " . __( 'It is deleted once you have downloaded it, or after a day.', 'orderinvoicer' );
	}

	/** Behind another sentence; empty where there are none. */
	private static function without( int $count ): string {
		return $count === 0 ? '' : ' ' . sprintf(
			/* translators: %s: number of documents. */
			_n(
				'%s document has no PDF: a text file in the archive says why.',
				'%s documents have no PDF: a text file in the archive says why.',
				$count,
				'orderinvoicer'
			),
			number_format_i18n( $count )
		);
	}

	private static function why( NoPdf $why ): string {
		return match ( $why ) {
			NoPdf::Draft     => __( 'it is still a draft', 'orderinvoicer' ),
			NoPdf::Cancelled => __( 'it was cancelled at Sellsy', 'orderinvoicer' ),
			NoPdf::Deleted   => __( 'it was deleted at Sellsy', 'orderinvoicer' ),
			NoPdf::NotMade   => __( 'it was not made', 'orderinvoicer' ),
			NoPdf::Refused   => __( 'Sellsy hands out no file of it', 'orderinvoicer' ),
			NoPdf::Silent    => __( 'Sellsy did not answer, several times', 'orderinvoicer' ),
		};
	}

	private static function order( int $order_id ): string {
		$orders = new OrderView();
		return $orders->view( $order_id, $orders->read( $order_id ) )['number'];
	}
}
