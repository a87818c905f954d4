import { sheetMetadata, sheetPage } from "@/app/[locale]/(reading)/map/sheet";

type Props = PageProps<"/[locale]/map/kinds/[kind]/[area]/page/[page]">;

export const generateMetadata = ({ params }: Props) => sheetMetadata({ params });

export default function KindAreaMapNextPage({ params }: Props) {
  return sheetPage({ params });
}
