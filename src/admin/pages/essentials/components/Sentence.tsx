import { __, sprintf } from '@wordpress/i18n';
import { hrefOf, type Tab } from '../../../useRoute';

type SentenceProps = {
	title: string;
	/** Paths of what it shows: the search leads here. */
	setting?: string;
	/** The sentence, with its choices inside. */
	children: React.ReactNode;
	/** What it does to an order of today. */
	effect?: React.ReactNode;
	/** Said where something else is chosen. */
	recommended?: string | false;
	isWarning?: boolean;
	/** What is to be chosen for it besides. */
	below?: React.ReactNode;
};

export function Sentence( {
	title,
	setting,
	children,
	effect,
	recommended = false,
	isWarning = false,
	below,
}: SentenceProps ) {
	return (
		<section
			className="orderinvoicer-sentence"
			aria-label={ title }
			data-setting={ setting }
		>
			<h3>{ title }</h3>
			<p
				className={
					isWarning
						? 'orderinvoicer-sentence__say is-warning'
						: 'orderinvoicer-sentence__say'
				}
			>
				{ children }
			</p>
			{ effect && (
				<p className="orderinvoicer-sentence__effect">{ effect }</p>
			) }
			{ recommended && (
				<p className="orderinvoicer-sentence__effect">
					{ sprintf(
						/* translators: %s: a choice, such as "final at once". */
						__( 'Recommended: %s.', 'orderinvoicer' ),
						recommended
					) }
				</p>
			) }
			{ below }
		</section>
	);
}

type MoreProps = { tab: Tab; children: React.ReactNode };

/** Where it is told whole. */
export const More = ( { tab, children }: MoreProps ) => (
	<a href={ hrefOf( tab ) }>{ children }</a>
);
