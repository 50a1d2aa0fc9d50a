import { Suspense, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Loading } from './Loading';

type FoldProps = {
	title: string;
	/** Names by which the search leads here. */
	holds: string;
	children: React.ReactNode;
};

/** What most people look at seldom: made, and asked for, once somebody opens it. */
export function Fold( { title, holds, children }: FoldProps ) {
	const [ wasOpen, setWasOpen ] = useState( false );
	return (
		<details
			className="orderinvoicer-more"
			data-holds={ holds }
			onToggle={ ( { currentTarget: details } ) =>
				setWasOpen( wasOpen || details.open )
			}
		>
			<summary>{ title }</summary>
			{ wasOpen && (
				<div className="orderinvoicer-stack">
					<Suspense
						fallback={
							<Loading
								label={ __( 'Opening…', 'orderinvoicer' ) }
							/>
						}
					>
						{ children }
					</Suspense>
				</div>
			) }
		</details>
	);
}
